package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.service.ServiceStart;
import org.emotionstream.events.testing.Packages;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.localbroker.LoopbackPorts;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is packaged, in a process of its own. */
class PackagedCombinerIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void joinsTellsItsHealthAndMetricsAndStopsGracefully() throws Exception {
        Map<String, String> settings = settings();
        broker.prepare(TestSettings.PARTITIONS);
        Process process = start(settings);
        int port = Integer.parseInt(settings.get("quarkus.http.port"));
        await().until(() -> get(port, "/q/health/ready").startsWith("200"));
        assertThat(get(port, "/q/health/live")).startsWith("200");

        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            workers.take(0, 12);
            workers.answer(0, 10);
            assertThat(answers.await(10)).hasSize(10);
        }
        await().until(() -> get(port, "/q/metrics").contains("combiner_ledger_images{state=\"open\"} 2.0"));
        assertThat(get(port, "/q/metrics"))
                .contains("combiner_ledger_changes_total{state=\"complete\"} 10.0")
                .contains("combiner_ledger_balance 0.0")
                .contains("combiner_ledger_oldest_open_age_seconds")
                .contains("combiner_taken_total{outcome=\"redelivered\"} 2.0")
                .contains("combiner_answers_total{outcome=\"complete\"} 10.0")
                .contains("combiner_open_joins");
        // Its launcher goes away.
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aMissingReleaseEndsItWithAnError() throws Exception {
        Map<String, String> settings = settings();
        // Only the broker knows that no other release was ever pinned.
        broker.prepare(TestSettings.PARTITIONS);
        Files.writeString(folder.resolve("DEFAULT"), "another");
        Process process = start(settings);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("log")).content().contains("there is no release another");
    }

    @Test
    void aHorizonThatIsTooShortEndsItWithAnErrorThatNamesTheSetting() throws Exception {
        Map<String, String> settings = settings();
        settings.put("emotionstream.horizon", "PT28H");
        broker.prepare(TestSettings.PARTITIONS);
        Process process = start(settings);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("log"))
                .content()
                .contains("emotionstream.horizon is PT28H and must be at least PT28H30S");
    }

    @Test
    void aWrongSettingIsSaidInOneLine() throws Exception {
        Map<String, String> settings = settings();
        settings.put("combiner.deadline", "soon");
        Process process = start(settings);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ServiceStart.EXIT_CODE);
        assertThat(Files.readAllLines(folder.resolve("log")))
                .singleElement()
                .asString()
                .contains("combiner.deadline");
    }

    private Map<String, String> settings() throws IOException {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        Map<String, String> settings = new HashMap<>(TestSettings.chainKeys(broker, folder));
        settings.putAll(TestSettings.combinerKeys(folder.resolve("state"), Duration.ofSeconds(30)));
        settings.put("emotionstream.stop-with-parent", "true");
        settings.put("quarkus.http.port", Integer.toString(LoopbackPorts.free()));
        return settings;
    }

    private Process start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", Packages.service("combiner").toString()));
        File log = folder.resolve("log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        started.add(process);
        return process;
    }

    private String get(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (java.net.ConnectException e) {
            return "nobody listens yet";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
