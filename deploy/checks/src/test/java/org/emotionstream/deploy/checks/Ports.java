package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Services, their monitors and probes name ports that pods have; a StatefulSet has its Service; metrics of all services are read. */
final class Ports implements Rule {
    private static final String METRICS = "/q/metrics";
    private static final Set<String> HEALTH = Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        manifests.of("Service").forEach(service -> service(manifests, service, problems));
        manifests.of("ServiceMonitor").forEach(monitor -> monitor(manifests, monitor, problems));
        for (Workload workload : manifests.workloads()) {
            if (workload.lasts()) {
                workload.containers().forEach(container -> probes(workload, container, problems));
                monitored(manifests, workload, problems);
            }
        }
        manifests
                .of("StatefulSet")
                .filter(set ->
                        !manifests.has("Service", set.at("/spec/serviceName").asText()))
                .forEach(set -> problems.add(set.problem(
                        "there is no Service " + set.at("/spec/serviceName").asText())));
        return problems;
    }

    private static void service(Manifests manifests, Manifest service, List<String> problems) {
        List<Workload> pods = Selectors.selected(manifests.workloads(), service.at("/spec/selector"));
        if (pods.isEmpty()) {
            problems.add(service.problem("selects no pod"));
        }
        service.at("/spec/ports").forEach(port -> {
            String target = port.path("targetPort").asText();
            if (pods.stream().noneMatch(pod -> names(pod).contains(target))) {
                problems.add(service.problem("its pods have no port named " + target));
            }
        });
    }

    private static void monitor(Manifests manifests, Manifest monitor, List<String> problems) {
        List<Manifest> services = services(manifests, monitor);
        if (services.isEmpty()) {
            problems.add(monitor.problem("selects no Service"));
        }
        monitor.at("/spec/endpoints").forEach(endpoint -> {
            String port = endpoint.path("port").asText();
            if (services.stream().noneMatch(service -> Manifest.each(service.at("/spec/ports"))
                    .anyMatch(offered -> offered.path("name").asText().equals(port)))) {
                problems.add(monitor.problem("its Services have no port named " + port));
            }
            if (!endpoint.path("path").asText().equals(METRICS)) {
                problems.add(monitor.problem("metrics are at " + METRICS + ", not "
                        + endpoint.path("path").asText()));
            }
        });
    }

    private static List<Manifest> services(Manifests manifests, Manifest monitor) {
        return manifests
                .of("Service")
                .filter(service -> Manifest.selects(monitor.at("/spec/selector/matchLabels"), service.labels()))
                .toList();
    }

    /** Once: a pod that two Services of a monitor select is counted twice. */
    private static void monitored(Manifests manifests, Workload workload, List<String> problems) {
        long times = manifests
                .of("ServiceMonitor")
                .flatMap(monitor -> services(manifests, monitor).stream())
                .filter(service -> Manifest.selects(service.at("/spec/selector"), workload.labels()))
                .count();
        if (times != 1) {
            problems.add(workload.problem("its metrics are read " + times + " times at once"));
        }
    }

    private static void probes(Workload workload, JsonNode container, List<String> problems) {
        for (String name : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container.path(name).path("httpGet");
            String port = get.path("port").asText();
            if (!names(workload).contains(port)) {
                problems.add(workload.problem(name + " asks a port named \"" + port + "\", which it has not"));
            }
            if (!HEALTH.contains(get.path("path").asText())) {
                problems.add(workload.problem(name + " asks " + get.path("path").asText() + ", health is at "
                        + HEALTH.stream().sorted().toList()));
            }
        }
    }

    private static Set<String> names(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> Manifest.each(container.path("ports")))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
    }

    /** The number of the port by which a service is asked for health and metrics. */
    static Optional<Integer> http(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> Manifest.each(container.path("ports")))
                .filter(port -> port.path("name").asText().equals("http"))
                .map(port -> port.path("containerPort").asInt())
                .findFirst();
    }
}
