package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The keys of the ConfigMaps of an overlay. */
final class ConfigMaps {
    private ConfigMaps() {}

    /** None where there is no such map. */
    static Set<String> keys(Manifests manifests, JsonNode name) {
        return manifests
                .find("ConfigMap", name.asText())
                .map(map -> Manifest.texts(map.at("/data")).keySet())
                .orElse(Set.of());
    }
}
