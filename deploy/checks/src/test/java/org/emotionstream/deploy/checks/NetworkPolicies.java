package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pod of ours reaches names, brokers, schema registry and collector of traces, and nothing else; only Prometheus
 * reaches it; and the brokers let it and KEDA in.
 */
final class NetworkPolicies implements Rule {
    private static final Set<Integer> REGISTRY = Set.of(8080);
    private static final Set<Integer> TRACES = Set.of(4317, 4318);
    private static final String NAMESPACE = "kubernetes.io/metadata.name";

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        int brokers = manifests.kafka().port();
        Set<Integer> allowed = new TreeSet<>(Set.of(53, brokers));
        allowed.addAll(REGISTRY);
        allowed.addAll(TRACES);
        for (Workload workload : manifests.workloads()) {
            List<Manifest> policies = manifests
                    .of("NetworkPolicy")
                    .filter(policy -> Manifest.selects(policy.at("/spec/podSelector/matchLabels"), workload.labels()))
                    .toList();
            isolated(workload, policies, problems);
            outwards(workload, policies, allowed, problems);
            toBrokers(manifests, workload, policies, problems);
            fromPrometheus(workload, policies, problems);
            intoBrokers(manifests, workload, problems);
        }
        return problems;
    }

    private static void isolated(Workload workload, List<Manifest> policies, List<String> problems) {
        for (String direction : List.of("Ingress", "Egress")) {
            if (policies.stream().noneMatch(policy -> Manifest.strings(policy.at("/spec/policyTypes"))
                    .contains(direction))) {
                problems.add(workload.problem("no NetworkPolicy limits its " + direction));
            }
        }
    }

    private static void outwards(
            Workload workload, List<Manifest> policies, Set<Integer> allowed, List<String> problems) {
        Set<Integer> open = new TreeSet<>();
        policies.forEach(policy -> policy.at("/spec/egress").forEach(rule -> {
            if (!bounded(rule.path("to")) || rule.path("ports").isEmpty()) {
                problems.add(workload.problem("NetworkPolicy/" + policy.name() + " lets it out to anybody"));
            }
            rule.path("ports").forEach(port -> open.add(port.path("port").asInt()));
        }));
        if (!open.equals(allowed)) {
            problems.add(workload.problem("may reach the ports " + open + ", it needs " + allowed));
        }
    }

    /** Whether each peer is named by labels: an empty selector is everybody. */
    private static boolean bounded(JsonNode peers) {
        return !peers.isEmpty()
                && Manifest.each(peers)
                        .allMatch(peer -> !peer.has("ipBlock")
                                && (!peer.at("/podSelector/matchLabels").isEmpty()
                                        || !peer.at("/namespaceSelector/matchLabels")
                                                .isEmpty()));
    }

    private static void toBrokers(
            Manifests manifests, Workload workload, List<Manifest> policies, List<String> problems) {
        KafkaCluster kafka = manifests.kafka();
        Map<String, String> broker =
                Map.of("strimzi.io/name", kafka.name() + "-kafka", "strimzi.io/cluster", kafka.name());
        if (policies.stream()
                .flatMap(policy -> Manifest.each(policy.at("/spec/egress")))
                .filter(rule -> Manifest.each(rule.path("ports"))
                        .anyMatch(port -> port.path("port").asInt() == kafka.port()))
                .flatMap(rule -> Manifest.each(rule.path("to")))
                .map(peer -> peer.at("/podSelector/matchLabels"))
                .noneMatch(labels -> !labels.isEmpty() && Manifest.selects(labels, broker))) {
            problems.add(workload.problem("no NetworkPolicy lets it out to the brokers of " + kafka.name()));
        }
    }

    private static void fromPrometheus(Workload workload, List<Manifest> policies, List<String> problems) {
        policies.forEach(policy -> policy.at("/spec/ingress").forEach(rule -> {
            if (!bounded(rule.path("from")) || rule.path("ports").isEmpty()) {
                problems.add(workload.problem("NetworkPolicy/" + policy.name() + " lets anybody in"));
            }
        }));
        Ports.http(workload).ifPresent(http -> {
            if (policies.stream()
                    .flatMap(policy -> Manifest.each(policy.at("/spec/ingress")))
                    .flatMap(rule -> Manifest.each(rule.path("ports")))
                    .noneMatch(port -> port.path("port").asInt() == http)) {
                problems.add(workload.problem("no NetworkPolicy lets Prometheus in by its port " + http));
            }
        });
    }

    private static void intoBrokers(Manifests manifests, Workload workload, List<String> problems) {
        JsonNode peers = manifests.kafka().listener().path("networkPolicyPeers");
        if (Manifest.each(peers)
                .filter(peer -> !peer.has("namespaceSelector"))
                .noneMatch(peer -> Manifest.selects(peer.at("/podSelector/matchLabels"), workload.labels()))) {
            problems.add(workload.problem("the listener of the brokers does not let it in"));
        }
        if (manifests.of("ScaledObject").findAny().isPresent()
                && Manifest.each(peers).noneMatch(peer -> peer.at("/namespaceSelector/matchLabels")
                        .path(NAMESPACE)
                        .asText()
                        .equals("keda"))) {
            problems.add(workload.problem("is scaled by KEDA, which the listener of the brokers does not let in"));
        }
    }
}
