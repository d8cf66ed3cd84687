package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Everybody goes to the one Kafka cluster, by the listener with names and passwords. */
final class Bootstrap implements Rule {
    private static final String SETTING = "EMOTIONSTREAM_BOOTSTRAP_SERVERS";
    private static final List<String> OF_CLUSTER = List.of("KafkaNodePool", "KafkaTopic", "KafkaUser");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        KafkaCluster kafka = manifests.kafka();
        String expected = kafka.bootstrap();
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                String found = Environment.of(manifests, container).getOrDefault(SETTING, "");
                if (!found.equals(expected)) {
                    problems.add(workload.problem(SETTING + " is \"" + found + "\", the brokers are at " + expected));
                }
            }
        }
        manifests.all().stream()
                .filter(manifest -> OF_CLUSTER.contains(manifest.kind()))
                .filter(manifest -> !kafka.name().equals(manifest.labels().get("strimzi.io/cluster")))
                .forEach(manifest -> problems.add(
                        manifest.problem("its label strimzi.io/cluster does not name the cluster " + kafka.name())));
        return problems;
    }
}
