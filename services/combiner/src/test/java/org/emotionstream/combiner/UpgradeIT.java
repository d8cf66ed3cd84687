package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.utils.Utils;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.localbroker.LoopbackPorts;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker and a combiner with the data of an earlier version are replaced by these, and these by the earlier ones. Needs a
 * checkout of the earlier version that is built, so no build runs it:
 *
 * <pre>mvn -o -q -pl services/combiner -am verify -Dtests.left.out=none -Dtest=None -Dit.test=UpgradeIT \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Demotionstream.earlier=DIR</pre>
 */
@Tag("long")
@EnabledIfSystemProperty(named = "emotionstream.earlier", matches = ".+")
class UpgradeIT {
    private static final int MORE = 20;
    private static final Topics TOPICS = new Topics("");
    private static final Path EARLIER =
            Path.of(System.getProperty("emotionstream.earlier", ""), ".emotionstream", "build");

    private final int port = LoopbackPorts.free();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private LocalBroker broker;
    private int sent;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        broker.stop();
    }

    @Test
    void nothingIsAnsweredTwiceAcrossAnUpgradeAndTheWayBack() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker = LocalBroker.in(folder.resolve("broker"), port);

        earlier();
        ours(false);
        ours(true);
        // The earlier version does not open stores of this one; all of them come back from the changelogs.
        Utils.delete(folder.resolve("state").toFile());
        earlier();
    }

    private void earlier() throws Exception {
        Process brokerProcess = start(
                "broker",
                List.of(
                        "-cp",
                        EARLIER.resolve("cli") + "/*" + File.pathSeparator + EARLIER.resolve("cli/lib") + "/*",
                        "org.emotionstream.localbroker.LocalBrokerMain",
                        "--data",
                        folder.resolve("broker").toString(),
                        "--port",
                        Integer.toString(port)));
        prepare();
        List<String> command = new ArrayList<>();
        settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-jar", EARLIER.resolve("combiner/quarkus-app/quarkus-run.jar").toString()));
        Process combiner = start("combiner", command);
        answersEachOnce();
        end(combiner);
        end(brokerProcess);
    }

    private void ours(boolean killed) throws Exception {
        broker.start();
        Process combiner = CombinerProcess.start(folder, settings());
        started.add(combiner);
        answersEachOnce();
        if (killed) {
            combiner.destroyForcibly().waitFor();
        } else {
            end(combiner);
        }
        broker.stop();
    }

    private void prepare() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            new TopicAdministrator(admin, TOPICS, TestSettings.PARTITIONS, (short) 1).prepare();
        }
    }

    /** All that was ever answered comes again, and some more. */
    private void answersEachOnce() {
        sent += MORE;
        try (Workers workers = new Workers(servers(), TOPICS);
                Committed<ImageEmotions> answers = Committed.answers(servers(), TOPICS)) {
            workers.take(0, sent);
            workers.answer(0, sent);
            answers.await(sent);
            // Whatever the combiner has read by now it has answered, or not.
            assertThat(answers.all())
                    .extracting(ImageEmotions::getImageId)
                    .doesNotHaveDuplicates()
                    .hasSize(sent);
            await().atMost(TestBroker.PATIENCE).until(this::everythingIsRead);
            assertThat(answers.all()).hasSize(sent);
        }
    }

    private boolean everythingIsRead() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            var committed = admin.listConsumerGroupOffsets(TOPICS.combinerGroup())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return committed.entrySet().stream()
                    .allMatch(offset -> offset.getValue().offset()
                            >= ends.get(offset.getKey()).offset());
        }
    }

    private String servers() {
        return "127.0.0.1:" + port;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "emotionstream.bootstrap-servers", servers(),
                "emotionstream.instance-id", "combiner-1",
                "emotionstream.releases", folder.toString(),
                "quarkus.http.port", Integer.toString(LoopbackPorts.free())));
        settings.putAll(TestSettings.combinerKeys(folder.resolve("state"), Duration.ofMinutes(10)));
        return settings;
    }

    private Process start(String name, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    /** Gracefully. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(TestBroker.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }
}
