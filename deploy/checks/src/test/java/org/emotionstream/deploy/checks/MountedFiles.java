package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a container finds in the files that are mounted into it. */
final class MountedFiles {
    private MountedFiles() {}

    /** The volume that is mounted at this folder. */
    static Optional<JsonNode> volume(Workload workload, JsonNode container, String folder) {
        return Manifest.each(container.path("volumeMounts"))
                .filter(mount -> mount.path("mountPath").asText().equals(folder))
                .map(mount -> mount.path("name").asText())
                .flatMap(name -> Manifest.each(workload.pod().path("volumes"))
                        .filter(volume -> volume.path("name").asText().equals(name)))
                .findFirst();
    }

    /** The content of a file that comes from a ConfigMap of the overlay. */
    static Optional<String> content(Manifests manifests, Workload workload, JsonNode container, String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0
                ? Optional.empty()
                : volume(workload, container, file.substring(0, slash))
                        .flatMap(volume -> manifests.find(
                                "ConfigMap", volume.at("/configMap/name").asText()))
                        .map(map -> map.at("/data").path(file.substring(slash + 1)))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText);
    }
}
