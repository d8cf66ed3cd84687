package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.contract.Releases;

/** What the services of a running chain expose, once they have had exactly the pictures that a test has sent. */
final class ChainMetrics {
    /** Gauges of the broker are asked for every ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningChain chain;

    ChainMetrics(RunningChain chain) {
        this.chain = chain;
    }

    /** By the name of the process, in flow order. */
    Map<String, ScrapedMetrics> scraped() throws IOException, InterruptedException {
        Map<String, ScrapedMetrics> scraped = new LinkedHashMap<>();
        for (JsonNode service : chain.status().get("services")) {
            String name = service.get("name").asText();
            if (!name.equals("broker")) {
                scraped.put(name, ScrapedMetrics.of(service.get("port").asInt()));
            }
        }
        assertThat(scraped).hasSize(7);
        return scraped;
    }

    /** Waits until each stage has begun with so many records and has committed all there are. */
    Map<String, ScrapedMetrics> quietAfter(Map<String, Integer> records) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, ScrapedMetrics> scraped = scraped();
        while (!areQuiet(scraped, records)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not quiet after " + records + ": " + scraped);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            scraped = scraped();
        }
        return scraped;
    }

    private static boolean areQuiet(Map<String, ScrapedMetrics> scraped, Map<String, Integer> records) {
        // What is not known yet is not a number, and that is not 0.
        return records.entrySet().stream()
                .allMatch(
                        stage -> scraped.get(stage.getKey()).sum("emotionstream_step_seconds_count") == stage.getValue()
                                && scraped.get(stage.getKey()).sum("emotionstream_lag_records") == 0
                                && scraped.get(stage.getKey()).sum("combiner_open_transactions") == 0
                                && scraped.get(stage.getKey()).sum("emotionstream_time_to_loss_seconds") > 0);
    }

    /** Exactly what the guide's table says of its service. */
    static void areThoseOfTheGuide(Map<String, ScrapedMetrics> scraped) throws IOException {
        for (Map.Entry<String, ScrapedMetrics> service : scraped.entrySet()) {
            String name = service.getKey().replaceAll("-model-.$", "");
            assertThat(service.getValue().families())
                    .as("what %s exposes, and the table of docs/guides/metrics.md", name)
                    .containsExactlyInAnyOrderEntriesOf(MetricsTable.of(name));
        }
    }

    /** The release's own shares are there, of every measure, and each face that was found is in one bucket. */
    static void tellOfDrift(ScrapedMetrics service, Map<String, Integer> faces) {
        String release = new Releases(CommandLineInterface.root().resolve("models/releases")).defaultId();
        for (Map.Entry<String, Integer> measure : faces.entrySet()) {
            String name = measure.getKey();
            assertThat(service.sum("emotionstream_drift_observations_total", "measure", name))
                    .as(name)
                    .isEqualTo(measure.getValue().doubleValue());
            assertThat(service.sum("emotionstream_drift_reference_share", "measure", name))
                    .as(name)
                    .isBetween(0.999999, 1.000001);
        }
        assertThat(service.sum("emotionstream_drift_reference_share", "release", release))
                .isEqualTo(service.sum("emotionstream_drift_reference_share"));
    }

    /** What {@code promtool check metrics} has to say; nothing, where all is as Prometheus wants it. */
    static String remarksOfPromtool(ScrapedMetrics metrics) throws IOException, InterruptedException {
        Path text = Files.createTempFile("metrics", ".txt");
        Path remarks = Files.createTempFile("remarks", ".txt");
        try {
            Files.writeString(text, metrics.text());
            Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectInput(text.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(remarks.toFile())
                    .start();
            assertThat(promtool.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return Files.readString(remarks) + (promtool.exitValue() == 0 ? "" : "exit code " + promtool.exitValue());
        } finally {
            Files.delete(text);
            Files.delete(remarks);
        }
    }
}
