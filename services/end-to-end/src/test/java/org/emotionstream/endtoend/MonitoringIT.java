package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboard and rules in a real Prometheus that looks at the running chain: what they name is there. */
class MonitoringIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STAGES = 7;

    /** What is there only after something has happened that does not happen here, and what that is. */
    private static final Map<String, String> ONLY_AFTER = Map.of(
            "ALERTS{alertstate=\"firing\",service=\"emotionstream\"}", "an alert fires",
            "emotionstream_release_info{state=\"next\"}", "a release is named that not every stage holds",
            "emotionstream:drift_share:1h", "500 faces in an hour",
            "emotionstream:drift_population_stability_index:1h", "500 faces in an hour");

    @TempDir
    static Path local;

    private static RunningChain chain;
    private static RealPrometheus prometheus;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        assumeTrue(RealPrometheus.isInstalled(), "Prometheus is not installed (Debian's package prometheus)");
        chain = RunningChain.up(local, "--smallest-face", "40");
        Map<String, Integer> ports = new TreeMap<>();
        for (JsonNode service : chain.status().get("services")) {
            ports.put(service.get("name").asText(), service.get("port").asInt());
        }
        ports.remove("broker");
        prometheus = RealPrometheus.start(local, ports);
        Path pictures = Files.createDirectories(local.resolve("pictures"));
        Files.copy(Photographs.all().get(9), pictures.resolve("photograph.jpg"));
        Files.writeString(pictures.resolve("text.jpg"), "this is no picture");
        // One after the other: a counter that is there for the first time has not risen for Prometheus.
        for (int sent = 1; sent <= 2; sent++) {
            assertThat(chain.commandLine().run("send", pictures.toString()).exitCode())
                    .isZero();
            await("sum(combiner_answers_total) >= " + sent);
            await("sum(emotionstream_rejected_total) >= " + sent);
            await("count(sum by (stage) (emotionstream_step_seconds_count) >= " + sent + ") == " + STAGES);
        }
        await("emotionstream_drift_observations_total{measure=\"emotion\"}");
        await("emotionstream:end_to_end_seconds:p95_10m >= 0");
        await("emotionstream:rejected_share:ratio15m > 0");
        // Of every stage, since each is looked at, and its rules evaluated, at a moment of its own.
        for (String rule : List.of("stage_queue_seconds:mean5m", "stage_step_seconds:mean5m")) {
            await("count(emotionstream:" + rule + ") == " + STAGES);
        }
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        if (prometheus != null) {
            prometheus.close();
        }
        if (chain != null) {
            chain.close();
        }
    }

    private static void await(String query) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (prometheus.count(query) == 0) {
            assertThat(System.nanoTime()).as("still nothing of " + query).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void everyQueryOfTheDashboardIsAnsweredAndFindsWhatItReads() throws Exception {
        List<String> queries = MonitoringFiles.queries();
        for (String query : queries) {
            JsonNode answer = prometheus.query(query);
            assertThat(answer.get("status").asText()).as(query + ": " + answer).isEqualTo("success");
        }
        assertThat(missing(queries)).isEmpty();
    }

    @Test
    void everyRuleIsEvaluatedFindsWhatItReadsAndNoneAlertsOfAHealthyChain() throws Exception {
        List<String> queries = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode group : prometheus.rules()) {
            for (JsonNode rule : group.get("rules")) {
                queries.add(rule.get("query").asText());
                if (!rule.get("health").asText().equals("ok")
                        || rule.path("state").asText().equals("firing")) {
                    wrong.add(rule.toString());
                }
            }
        }
        assertThat(queries).hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
        assertThat(missing(queries)).isEmpty();
    }

    @Test
    void whatIsThereOnlyAfterwardsIsKnownToTheCodeOrTheRules() throws Exception {
        String known = Files.readString(CommandLineInterface.root().resolve("docs/guides/metrics.md"))
                + Files.readString(MonitoringFiles.rules());
        Set<String> names = new TreeSet<>(ONLY_AFTER.keySet());
        names.removeIf(selector -> selector.startsWith("ALERTS{"));
        assertThat(names).allSatisfy(name -> {
            String bare = name.replaceFirst("\\{.*", "");
            assertThat(known).containsAnyOf("`" + bare + "`", "record: " + bare + "\n");
        });
    }

    private static List<String> missing(List<String> queries) throws Exception {
        Set<String> selectors = new TreeSet<>();
        queries.forEach(query -> selectors.addAll(MonitoringFiles.selectors(query)));
        selectors.removeAll(ONLY_AFTER.keySet());
        assertThat(selectors).hasSizeGreaterThan(15);
        List<String> missing = new ArrayList<>();
        for (String selector : selectors) {
            if (prometheus.count(selector) == 0) {
                missing.add(selector);
            }
        }
        return missing;
    }
}
