package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.deploy.Yaml;

/**
 * Dashboard and rules ask for metrics that the services expose: those of the table in docs/guides/metrics.md, which
 * the services' own tests compare with a running one. Each alert points to a page that exists.
 */
final class Metrics implements Rule {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (\\w+)");
    private static final Pattern PAGE = Pattern.compile("docs/runbook/[A-Za-z0-9/_-]+\\.md");

    /** Of Prometheus itself, of the JVM and of the process: Quarkus and Prometheus add them. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("ALERTS|ALERTS_FOR_STATE|up|(jvm|process|system|prometheus|scrape|kafka)_[a-z0-9_]+");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        Set<String> known = exposed(manifests.project());
        List<JsonNode> rules = manifests
                .of("PrometheusRule")
                .flatMap(rule -> rule.at("/spec/groups").findValues("rules").stream())
                .flatMap(Manifest::each)
                .toList();
        rules.forEach(rule -> {
            if (rule.has("record")) {
                known.add(rule.path("record").asText());
            }
        });
        rules.forEach(rule -> {
            String who = "PrometheusRule: "
                    + rule.path("alert").asText(rule.path("record").asText());
            unknown(rule.path("expr").asText(), known, who, problems);
            page(manifests.project(), rule, who, problems);
        });
        dashboards(manifests).forEach(map -> map.at("/data").properties().forEach(file -> Yaml.read(
                        file.getValue().asText())
                .forEach(dashboard -> Stream.of("expr", "definition")
                        .flatMap(field -> dashboard.findValuesAsText(field).stream())
                        .forEach(text -> unknown(text, known, map + " " + file.getKey(), problems)))));
        return problems;
    }

    private static Stream<Manifest> dashboards(Manifests manifests) {
        return manifests.of("ConfigMap").filter(map -> map.labels().containsKey("grafana_dashboard"));
    }

    private static Set<String> exposed(Project project) {
        return ROW.matcher(project.text("docs/guides/metrics.md"))
                .results()
                .flatMap(row -> row.group(2).equals("histogram")
                        ? Stream.of("_bucket", "_sum", "_count").map(part -> row.group(1) + part)
                        : Stream.of(row.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void unknown(String query, Set<String> known, String who, List<String> problems) {
        PromQl.metrics(query).stream()
                .filter(name ->
                        !known.contains(name) && !OF_OTHERS.matcher(name).matches())
                .forEach(name -> problems.add(who + ": no service exposes " + name));
    }

    private static void page(Project project, JsonNode rule, String who, List<String> problems) {
        if (rule.has("alert")) {
            String address = rule.at("/annotations/runbook_url").asText();
            String page = PAGE.matcher(address)
                    .results()
                    .map(found -> found.group())
                    .findFirst()
                    .orElse("");
            if (page.isEmpty() || !project.has(page)) {
                problems.add(who + ": there is no page \"" + address + "\"");
            }
        }
    }
}
