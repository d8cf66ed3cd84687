package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What starts pods.
 *
 * @param owner Deployment, StatefulSet, Job or CronJob
 * @param template of its pods
 */
record Workload(Manifest owner, JsonNode template) {
    private static final Set<String> LASTING = Set.of("Deployment", "StatefulSet");

    static Optional<Workload> of(Manifest manifest) {
        return switch (manifest.kind()) {
            case "Deployment", "StatefulSet", "Job", "DaemonSet" -> Optional.of(
                    new Workload(manifest, manifest.at("/spec/template")));
            case "CronJob" -> Optional.of(new Workload(manifest, manifest.at("/spec/jobTemplate/spec/template")));
            default -> Optional.empty();
        };
    }

    /** It runs until it is taken away: a service. */
    boolean lasts() {
        return LASTING.contains(owner.kind());
    }

    JsonNode pod() {
        return template.path("spec");
    }

    Map<String, String> labels() {
        return Manifest.texts(template.at("/metadata/labels"));
    }

    List<JsonNode> containers() {
        return Stream.concat(Manifest.each(pod().path("initContainers")), Manifest.each(pod().path("containers")))
                .toList();
    }

    /** The first argument of the container: what the image is asked to be. */
    static String service(JsonNode container) {
        return container.at("/args/0").asText();
    }

    String problem(String sentence) {
        return owner.problem(sentence);
    }
}
