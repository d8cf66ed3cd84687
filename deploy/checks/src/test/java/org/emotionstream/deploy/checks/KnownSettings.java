package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Each variable of a container is a setting that its service knows, with a value that it takes; and what it needs is set. */
final class KnownSettings implements Rule {
    private static final Map<String, ServiceSettings> READ = new ConcurrentHashMap<>();

    /** Of Quarkus, its own or its extensions', and of the schema registry. */
    private static final Set<String> OF_OTHERS = Set.of(
            "QUARKUS_HTTP_HOST",
            "QUARKUS_HTTP_PORT",
            "QUARKUS_LOG_LEVEL",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "QUARKUS_OTEL_SDK_DISABLED",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
            "QUARKUS_OTEL_TRACES_SAMPLER",
            "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
            "SCHEMA_REGISTRY_URL");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_]+)\\)");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                String service = Workload.service(container);
                if (manifests.project().services().contains(service)) {
                    check(manifests, workload, container, service, problems);
                }
            }
        }
        return problems;
    }

    private static void check(
            Manifests manifests, Workload workload, JsonNode container, String service, List<String> problems) {
        Map<String, String> environment = Environment.of(manifests, container);
        ServiceSettings settings = READ.computeIfAbsent(service, name -> read(manifests.project(), name));
        Set<String> ofStart = manifests.project().settingsOfStart();
        environment.keySet().stream()
                .filter(name -> !settings.knows(name) && !OF_OTHERS.contains(name) && !ofStart.contains(name))
                .forEach(name -> problems.add(workload.problem(service + " knows no setting " + name)));
        settings.refusals(environment)
                .forEach(refusal -> problems.add(workload.problem(service + " would not start: " + refusal)));
        Manifest.strings(container.path("args")).stream()
                .flatMap(argument -> REFERENCE.matcher(argument).results())
                .map(found -> found.group(1))
                .filter(name -> !environment.containsKey(name))
                .forEach(
                        name -> problems.add(workload.problem("an argument refers to " + name + ", which is not set")));
    }

    private static ServiceSettings read(Project project, String service) {
        try {
            return ServiceSettings.of(project, service);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the settings of " + service, e);
        }
    }
}
