package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A picture that ends the process, among forty that do not; whoever supervises starts it again each time. */
class CrashJournalIT {
    private static final int PICTURES = 40;
    private static final int WHICH = 13;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final AvroMessages<ImageTaken> messages = new AvroMessages<>(ImageTaken.class);
    private final Map<Long, ImageTaken> taken = new TreeMap<>();
    private int ends;
    private Optional<StartScript> script = Optional.empty();

    @TempDir
    Path folder;

    @Test
    void aPictureThatCrashesNativeCodeIsRejectedAfterItsSecondCrashAndAllOthersAreAnswered() throws Exception {
        answersAllBut(CrashingLandmarker.CRASHES);

        assertThat(ends).as(log()).isEqualTo(2);
    }

    @Test
    void aPictureOnWhichNativeCodeThrowsIsRejectedAfterTheSecondTimeAndAllOthersAreAnswered() throws Exception {
        answersAllBut(CrashingLandmarker.THROWS);

        assertThat(ends).as(log()).isEqualTo(2);
    }

    @Test
    void aRecordOnWhichOurOwnCodeThrowsIsRejectedAfterTheSecondTimeAndAllOthersAreAnswered() throws Exception {
        answersAllBut(CrashingLandmarker.BREAKS_OURS);

        assertThat(ends).as(log()).isEqualTo(2);
    }

    @Test
    void aPictureThatNeverComesBackIsRejectedAfterTheSecondTimeAndAllOthersAreAnswered() throws Exception {
        answersAllBut(CrashingLandmarker.HANGS);

        assertThat(ends).as(log()).isEqualTo(2);
    }

    /** Its start script names a report by the time of the start, and every process of a container is number 1. */
    @Test
    void underTheStartScriptOfTheImageACrashIsRecognisedAsOne() throws Exception {
        script = Optional.of(StartScript.in(folder.resolve("image"), CrashingLandmarker.class));

        answersAllBut(CrashingLandmarker.CRASHES);

        assertThat(ends).as(log()).isEqualTo(2);
    }

    @Test
    void aPictureOverWhichTheProcessIsKilledIsRejectedAfterTheThirdTime() throws Exception {
        answersAllBut(CrashingLandmarker.IS_KILLED);

        assertThat(ends).as(log()).isEqualTo(3);
    }

    private void answersAllBut(String killer) throws Exception {
        broker.prepare(1);
        for (int picture = 0; picture < PICTURES; picture++) {
            send(picture == WHICH ? killer : "picture " + picture);
        }
        runUntilTaken(PICTURES);
        int endsOfTheFirst = ends;
        // Once more, from elsewhere: it does not end the process again.
        send(killer);
        send("the last");
        runUntilTaken(PICTURES + 2);
        assertThat(ends).as("ends after it was named").isEqualTo(endsOfTheFirst);
        assertThat(taken.entrySet()).allSatisfy(entry -> {
            boolean ofTheKiller = entry.getKey() == WHICH || entry.getKey() == PICTURES;
            assertThat(entry.getValue().getOutcome())
                    .as("offset %d", entry.getKey())
                    .isEqualTo(ofTheKiller ? TakenOutcome.rejected : TakenOutcome.forwarded);
            assertThat(entry.getValue().getReason()).isEqualTo(ofTheKiller ? "crashed-decoder" : null);
        });
    }

    /** Starts the process again whenever it has ended by itself, until so many raw records are accounted for. */
    private void runUntilTaken(int records) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Process process = start();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(broker.topics().imagesTaken(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (taken.size() < records) {
                assertThat(System.nanoTime()).as(log()).isLessThan(end);
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    ImageTaken message = messages.read(record.value());
                    taken.put(message.getOffset(), message);
                });
                if (!process.isAlive()) {
                    ends++;
                    process = start();
                }
            }
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start() throws IOException {
        Map<String, String> properties = Map.of(
                "emotionstream.bootstrap-servers", broker.bootstrapServers(),
                "emotionstream.topic-prefix", broker.topics().prefix(),
                "emotionstream.instance-id", "one",
                "emotionstream.schema-patience", "PT1S",
                "emotionstream.step-limit", "PT5S");
        ProcessBuilder builder = script.isPresent()
                ? script.get().landmarker(properties, state())
                : new ProcessBuilder(command(properties));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("landmarker.log").toFile()))
                .start();
    }

    private List<String> command(Map<String, String> properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), CrashingLandmarker.class.getName(), state().toString()));
        return command;
    }

    private Path state() {
        return folder.resolve("state");
    }

    private String log() throws IOException {
        Path log = folder.resolve("landmarker.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void send(String picture) {
        broker.send(new ProducerRecord<>(broker.topics().imagesRaw(), picture.getBytes(StandardCharsets.UTF_8)));
    }
}
