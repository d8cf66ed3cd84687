package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One image, which docker/ builds, asked to be a service or a command that it has. */
final class Images implements Rule {
    private static final String OURS = "emotionstream/";

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        Set<String> images = new TreeSet<>();
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                images.add(container.path("image").asText());
                image(manifests.project(), workload, container, problems);
                arguments(manifests.project(), workload, container, problems);
            }
        }
        if (images.size() > 1) {
            problems.add("all services run one image, here are " + images);
        }
        return problems;
    }

    private static void image(Project project, Workload workload, JsonNode container, List<String> problems) {
        String image = container.path("image").asText();
        String[] parts = image.split(":", 2);
        if (!parts[0].startsWith(OURS) || !project.images().contains(parts[0].substring(OURS.length()))) {
            problems.add(workload.problem("docker/Dockerfile has no target for the image " + image));
        }
        if (parts.length < 2 || parts[1].equals("latest")) {
            problems.add(workload.problem("the image " + image + " names no version"));
        }
    }

    private static void arguments(Project project, Workload workload, JsonNode container, List<String> problems) {
        String service = Workload.service(container);
        if (!project.services().contains(service) || service.equals("broker")) {
            problems.add(workload.problem("the image knows no service \"" + service + "\""));
        }
        String command = container.at("/args/1").asText();
        if (service.equals("cli") && !project.commands().contains(command)) {
            problems.add(workload.problem("the command line knows no command \"" + command + "\""));
        }
        if (workload.lasts() && !service.equals(workload.labels().get("app.kubernetes.io/name"))) {
            problems.add(workload.problem("is labelled as another service than \"" + service + "\""));
        }
    }
}
