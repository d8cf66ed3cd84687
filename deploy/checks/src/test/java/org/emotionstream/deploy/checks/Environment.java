package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of a container, as Kubernetes would set it. */
final class Environment {
    /** Stands for what is known in the cluster only. */
    private static final String KNOWN_LATER = "known-later";

    private Environment() {}

    static Map<String, String> of(Manifests manifests, JsonNode container) {
        Map<String, String> environment = new LinkedHashMap<>();
        Manifest.each(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(name -> manifests.find("ConfigMap", name).stream())
                .forEach(map -> environment.putAll(Manifest.texts(map.at("/data"))));
        Manifest.each(container.path("env"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(),
                        variable.has("valueFrom")
                                ? KNOWN_LATER
                                : variable.path("value").asText()));
        return environment;
    }
}
