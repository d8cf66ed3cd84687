package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each service is the user of its own name, and finds the name, the password and the certificate where it looks. */
final class KafkaUsers implements Rule {
    private static final Pattern FROM_FILE = Pattern.compile("\\$\\{dir:([^:}]+):([^}]+)\\}");
    private static final Pattern TRUSTED = Pattern.compile("(?m)^ssl\\.truststore\\.location=(.+)/([^/\\n]+)$");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                ownUser(workload, problems);
                clientConfiguration(manifests, workload, container, problems);
            }
        }
        return problems;
    }

    /** Whoever lasts is the user of the stage; a job says which it is by what it mounts. */
    private static void ownUser(Workload workload, List<String> problems) {
        String user = volume(workload, "user").at("/secret/secretName").asText();
        if (workload.lasts() && !user.equals(workload.labels().get("app.kubernetes.io/component"))) {
            problems.add(workload.problem("is the Kafka user \"" + user + "\", not the one of its own name"));
        }
    }

    private static void clientConfiguration(
            Manifests manifests, Workload workload, JsonNode container, List<String> problems) {
        String file = Environment.of(manifests, container).getOrDefault("EMOTIONSTREAM_CLIENT_CONFIG", "");
        String key = file.replaceAll("^.*/", "");
        String text = MountedFiles.content(manifests, workload, container, file).orElse("");
        if (text.isEmpty()) {
            problems.add(workload.problem("EMOTIONSTREAM_CLIENT_CONFIG names " + file + ", which is not mounted"));
        }
        for (Pattern pattern : List.of(FROM_FILE, TRUSTED)) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                String secret = MountedFiles.volume(workload, container, found.group(1))
                        .map(volume -> volume.at("/secret/secretName").asText())
                        .orElse("");
                if (!Secrets.keys(manifests, secret).contains(found.group(2))) {
                    problems.add(workload.problem(
                            key + " looks for " + found.group(1) + "/" + found.group(2) + ", which is not mounted"));
                }
            }
        }
    }

    private static JsonNode volume(Workload workload, String name) {
        return Manifest.each(workload.pod().path("volumes"))
                .filter(volume -> volume.path("name").asText().equals(name))
                .findFirst()
                .orElse(workload.pod().path("volumes").path("none"));
    }
}
