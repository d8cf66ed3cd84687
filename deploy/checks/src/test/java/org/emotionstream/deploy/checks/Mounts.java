package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What pods mount and read their environment from exists, with the keys that they name. */
final class Mounts implements Rule {
    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        manifests.workloads().forEach(workload -> {
            workload.pod().path("volumes").forEach(volume -> source(manifests, workload, volume, problems));
            workload.containers().forEach(container -> {
                environment(manifests, workload, container, problems);
                mounted(workload, container, problems);
            });
        });
        return problems;
    }

    private static void source(Manifests manifests, Workload workload, JsonNode volume, List<String> problems) {
        if (volume.has("configMap")) {
            keys(workload, volume.at("/configMap"), ConfigMaps.keys(manifests, volume.at("/configMap/name")), problems);
        }
        if (volume.has("secret")) {
            JsonNode name = volume.at("/secret/secretName");
            keys(workload, volume.at("/secret"), Secrets.keys(manifests, name.asText()), problems);
        }
    }

    private static void keys(Workload workload, JsonNode source, Set<String> keys, List<String> problems) {
        String name = source.path("name").asText(source.path("secretName").asText());
        if (keys.isEmpty()) {
            problems.add(workload.problem("mounts " + name + ", which nobody makes"));
            return;
        }
        source.path("items").findValuesAsText("key").stream()
                .filter(key -> !keys.contains(key))
                .forEach(key ->
                        problems.add(workload.problem("mounts the key " + key + ", which " + name + " has not")));
    }

    private static void environment(Manifests manifests, Workload workload, JsonNode container, List<String> problems) {
        container.path("envFrom").forEach(from -> {
            if (ConfigMaps.keys(manifests, from.at("/configMapRef/name")).isEmpty()) {
                problems.add(workload.problem("takes its environment from "
                        + from.at("/configMapRef/name").asText() + ", which nobody makes"));
            }
        });
    }

    private static void mounted(Workload workload, JsonNode container, List<String> problems) {
        Set<String> volumes = new TreeSet<>(workload.pod().path("volumes").findValuesAsText("name"));
        Manifest.each(workload.owner().at("/spec/volumeClaimTemplates"))
                .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
        Set<String> used = Manifest.each(container.path("volumeMounts"))
                .map(mount -> mount.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        used.stream()
                .filter(name -> !volumes.contains(name))
                .forEach(name -> problems.add(workload.problem("mounts " + name + ", which is no volume of its pod")));
    }
}
