package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged chain while the file {@code DEFAULT} of its folder of releases changes under it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseRollIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST = "2026-11-first";
    private static final String SECOND = "2026-11-second";

    @TempDir
    static Path local;

    private static CopiedReleases releases;
    private static RunningChain chain;

    @BeforeAll
    static void up() throws Exception {
        releases = new CopiedReleases(local.resolve("releases"));
        releases.copy(FIRST, FIRST);
        releases.copy(SECOND, SECOND);
        releases.copy(SECOND, "broken");
        releases.replaceByAnotherFileOfTheSameHash("broken", "model-2.onnx");
        releases.name(SECOND);
        chain = start();
    }

    @AfterAll
    static void down() throws Exception {
        if (chain != null) {
            chain.close();
        }
    }

    private static RunningChain start() throws Exception {
        return RunningChain.up(
                new CommandLineInterface(
                        local,
                        Map.of("EMOTIONSTREAM_RELEASES", releases.folder().toString())),
                "--smallest-face",
                "40");
    }

    @Test
    @Order(1)
    void picturesGoOnWhileReleasesRollForthAndBackAndNoneMixes() throws Exception {
        int port = port("landmarker");
        int sent;
        try (Stream stream = new Stream(chain.bootstrapServers(), "roll/")) {
            stream.awaitSent(20);
            releases.name(FIRST);
            await(port, data -> data.path("release").asText().equals(FIRST));
            stream.awaitMore(20);
            releases.name(SECOND);
            await(port, data -> data.path("release").asText().equals(SECOND));
            stream.awaitMore(20);
            // One network of it is no network: only one service can see that.
            releases.name("broken");
            JsonNode data = await(port, said -> said.has("release-problem"));
            assertThat(data.path("release").asText()).isEqualTo(SECOND);
            assertThat(data.path("release-problem").asText()).contains("cnn-worker-model-2 cannot use broken");
            assertThat(get(port, "/q/metrics"))
                    .contains("emotionstream_release_broken{stage=\"landmarker\"} 1.0")
                    .contains("emotionstream_release_info{release=\"" + SECOND
                            + "\",stage=\"landmarker\",state=\"pinned\"} 1.0");
            stream.awaitMore(20);
            sent = stream.stop();
        }
        try (Answers answers = new Answers(chain.bootstrapServers())) {
            Map<String, List<ImageEmotions>> finals = answers.finals("roll/", sent);

            assertThat(finals).hasSize(sent);
            assertThat(finals.values()).allSatisfy(list -> {
                assertThat(list).hasSize(1);
                assertThat(list.get(0).getPartial()).isFalse();
            });
            Set<String> used = new TreeSet<>();
            Map<String, List<FaceEmotion>> faces = new HashMap<>();
            finals.values().forEach(list -> {
                ImageEmotions image = list.get(0);
                used.add(image.getReleaseId());
                // The same picture each time: were one network of another release, its bits would differ.
                assertThat(image.getFaces())
                        .isEqualTo(faces.computeIfAbsent(image.getReleaseId(), id -> image.getFaces()));
            });
            assertThat(used).containsExactly(FIRST, SECOND);
            assertThat(faces.get(FIRST)).isNotEqualTo(faces.get(SECOND));
        }
        assertThat(chain.status().get("ready").asBoolean()).isTrue();
        assertThat(chain.status().get("releaseProblem").asText()).contains("cnn-worker-model-2 cannot use broken");
    }

    @Test
    @Order(2)
    void afterARestartWithABrokenReleaseTheLastGoodOneServes() throws Exception {
        chain.close();
        releases.flipAByte("broken", "features.bin");
        chain = start();

        assertThat(chain.status().get("release").asText()).isEqualTo(SECOND);
        assertThat(chain.status().get("releaseProblem").asText()).contains("broken");
        try (Stream stream = new Stream(chain.bootstrapServers(), "restarted/");
                Answers answers = new Answers(chain.bootstrapServers())) {
            stream.awaitSent(1);
            int sent = stream.stop();
            assertThat(answers.finals("restarted/", sent).values())
                    .allSatisfy(list -> assertThat(list.get(0).getReleaseId()).isEqualTo(SECOND));
        }
    }

    @Test
    @Order(3)
    void aShadowAnswersTheSamePicturesOnItsOwnTopicsAndIsCompared() throws Exception {
        CommandLineInterface.Result started =
                chain.commandLine().run("shadow", "start", "--release", FIRST, "--smallest-face", "40");
        assertThat(started.exitCode()).as(started.errors()).isZero();
        try (Stream stream = new Stream(chain.bootstrapServers(), "shadow/");
                Answers answers = new Answers(chain.bootstrapServers())) {
            stream.awaitSent(10);
            stream.send("shadow/text", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            int sent = stream.stop();
            Map<String, List<ImageEmotions>> finals = answers.finals("shadow/", sent);
            assertThat(finals).hasSize(sent);
            assertThat(finals.values()).allSatisfy(list -> {
                assertThat(list).hasSize(1);
                assertThat(list.get(0).getReleaseId()).isEqualTo(SECOND);
            });
            answers.read(new Topics("shadow.").emotionsFinal(), record -> true, sent);
            assertThat(answers.read(new Topics("").imagesRejected(), record -> true, 1))
                    .hasSize(1);
            assertThat(answers.read(new Topics("shadow.").imagesRejected(), record -> true, 1))
                    .hasSize(1);

            JsonNode report = new ObjectMapper()
                    .readTree(chain.commandLine()
                            .run("shadow", "report", "--json")
                            .output()
                            .get(0));

            assertThat(report.get("images").asInt()).isEqualTo(sent);
            assertThat(report.get("onlyServing").asInt()).isZero();
            assertThat(report.get("onlyShadow").asInt()).isZero();
            assertThat(report.get("servingReleases").toString()).isEqualTo("[\"" + SECOND + "\"]");
            assertThat(report.get("shadowReleases").toString()).isEqualTo("[\"" + FIRST + "\"]");
            assertThat(report.get("faces").get("faces").asInt()).isPositive();
            assertThat(report.get("faces").get("meanChange").asDouble()).isPositive();
        }
        assertThat(chain.commandLine().run("shadow", "stop").exitCode()).isZero();
        assertThat(chain.status().get("ready").asBoolean()).isTrue();
    }

    private static int port(String service) throws Exception {
        return chain.service(service).get("port").asInt();
    }

    private static JsonNode await(int port, Predicate<JsonNode> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode check = new ObjectMapper()
                    .readTree(get(port, "/q/health/ready"))
                    .path("checks")
                    .path(0);
            assertThat(check.path("status").asText()).isEqualTo("UP");
            if (condition.test(check.path("data"))) {
                return check.path("data");
            }
            assertThat(System.nanoTime()).as("still " + check).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
