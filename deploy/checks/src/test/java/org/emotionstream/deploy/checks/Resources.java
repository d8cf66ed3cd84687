package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Each container asks for processor and memory, and for no more memory than its limit. There is no limit of
 * processor time: what a node has to spare is not withheld.
 */
final class Resources implements Rule {
    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                JsonNode resources = container.path("resources");
                for (String pointer : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
                    if (resources.at(pointer).asText().isEmpty()) {
                        problems.add(workload.problem("does not say resources" + pointer.replace('/', '.')));
                    }
                }
                if (bytes(resources.at("/requests/memory")) > bytes(resources.at("/limits/memory"))) {
                    problems.add(workload.problem("asks for more memory than its limit"));
                }
            }
        }
        return problems;
    }

    private static long bytes(JsonNode quantity) {
        return quantity.asText().isEmpty()
                ? 0
                : Quantity.getAmountInBytes(new Quantity(quantity.asText())).longValue();
    }
}
