package org.emotionstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plain rule file of Prometheus, as the Prometheus operator takes it. */
final class RuleManifests {
    private RuleManifests() {}

    /** @param rules the content of {@code rules.yaml}, which promtool reads too */
    static JsonNode of(String rules) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("apiVersion", "monitoring.coreos.com/v1");
        manifest.put("kind", "PrometheusRule");
        manifest.putObject("metadata").put("name", "emotionstream");
        manifest.set("spec", Yaml.read(rules).get(0));
        return manifest;
    }
}
