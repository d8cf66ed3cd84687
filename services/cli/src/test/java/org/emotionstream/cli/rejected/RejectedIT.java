package org.emotionstream.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real broker; the landmarker and the combiner are played by the test. */
class RejectedIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    private ChainOnBroker chain;
    private Topics topics;

    @BeforeEach
    void prepare() {
        chain = new ChainOnBroker(broker);
        topics = broker.topics();
    }

    @Test
    void whatWasRejectedIsListedAndShownWithItsBytes() throws Exception {
        reject(send("text", "this is none", "who", "camera-7"), "not-a-picture", true);
        reject(send("truncated", "half", "who", "camera-8"), "truncated", true);

        CommandRun list = rejected("list");
        CommandRun some = rejected("list", "--reason", "truncated", "--json");
        Path file = folder.resolve("text.bin");
        CommandRun shown = rejected("show", "text", "--out", file.toString());

        assertThat(list.output()).hasSize(4);
        assertThat(list.output()).last().isEqualTo("2 rejected: 1 not-a-picture, 1 truncated");
        JsonNode json = new ObjectMapper().readTree(some.text());
        assertThat(json.get("imageId").asText()).isEqualTo("truncated");
        assertThat(json.get("bytes").asInt()).isEqualTo(4);
        assertThat(json.get("attempt").asInt()).isEqualTo(1);
        assertThat(shown.output())
                .contains("size       12 bytes", "header     who: camera-7")
                .contains("sha-256    "
                        + Payload.of(ChainOnBroker.utf8("this is none")).sha256())
                .anyMatch(line -> line.startsWith("reason     not-a-picture: "));
        assertThat(Files.readString(file)).isEqualTo("this is none");
        assertThat(rejected("show", "text", "--out", file.toString()).exitCode())
                .as("no file is overwritten")
                .isEqualTo(ExitCodes.USAGE);
        assertThat(rejected("show", "other").exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(rejected("list", "--since", "2000-01-01T00:00:00Z").output()).hasSize(4);
    }

    @Test
    void replayRestoresKeyHeadersAndIdAndCountsTheAttempt() {
        reject(send("text", "this is none", "who", "camera-7"), "not-a-picture", true);

        CommandRun replay = rejected("replay");

        assertThat(replay.exitCode()).as(replay.errors()).isEqualTo(ExitCodes.OK);
        assertThat(replay.output()).last().isEqualTo("sent again 1, left 0");
        List<ConsumerRecord<byte[], byte[]>> raw = raw();
        ConsumerRecord<byte[], byte[]> first = raw.get(0);
        ConsumerRecord<byte[], byte[]> again = raw.get(1);
        assertThat(raw).hasSize(2);
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.headers().toArray()).hasSize(3);
        assertThat(header(again, "who")).contains("camera-7");
        assertThat(header(again, OriginHeaders.ATTEMPT)).contains("2");
        assertThat(header(again, OriginHeaders.REPLAY_OF))
                .contains(RecordPlace.of(first).toString());
    }

    @Test
    void anIdThatWasThePlaceIsKeptInAHeaderAndABinaryKeyAsItWas() {
        ConsumerRecord<byte[], byte[]> nameless = record(chain.raw(1, "nameless"));
        reject(nameless, "not-a-picture", true);
        byte[] key = {(byte) 0xFF, 1};
        chain.send(new ProducerRecord<>(topics.imagesRaw(), 0, key, ChainOnBroker.utf8("binary")));
        ConsumerRecord<byte[], byte[]> binary = raw().stream()
                .filter(record -> record.key() != null)
                .findFirst()
                .orElseThrow();
        reject(binary, "ff01", "not-a-picture", true);

        assertThat(rejected("replay").output()).last().isEqualTo("sent again 2, left 0");

        String id = topics.imagesRaw() + "-1-" + nameless.offset();
        assertThat(raw())
                .filteredOn(record -> header(record, OriginHeaders.ATTEMPT).isPresent())
                .hasSize(2)
                .anySatisfy(record -> {
                    assertThat(record.key()).isNull();
                    assertThat(header(record, "image-id")).contains(id);
                })
                .anySatisfy(record -> {
                    assertThat(record.key()).isEqualTo(key);
                    assertThat(header(record, "image-id")).isEmpty();
                });
    }

    @Test
    void aSecondReplaySendsNothingWhetherTheFirstWaitsOrWasAnswered() throws Exception {
        reject(send("a", "none"), "not-a-picture", true);
        reject(send("b", "none"), "not-a-picture", true);
        chain.allIsRead();
        assertThat(rejected("replay", "--id", "a").output()).last().isEqualTo("sent again 1, left 0");

        CommandRun waiting = rejected("replay", "--id", "a");
        ConsumerRecord<byte[], byte[]> again = raw().stream()
                .filter(record -> header(record, OriginHeaders.ATTEMPT).isPresent())
                .findFirst()
                .orElseThrow();
        chain.taken("a", metadata(again), 2, Optional.empty());
        chain.allIsRead();
        CommandRun taken = rejected("replay");

        assertThat(waiting.text())
                .contains("left: a")
                .contains("waits on images.raw")
                .contains("sent again 0, left 1");
        assertThat(taken.text())
                .contains("attempt 2 was taken")
                .contains("sent again: b")
                .contains("sent again 1, left 1");
        assertThat(raw()).hasSize(4);
    }

    @Test
    void attemptsAreCountedOnUpToTheLimitAndThenItEnds() throws Exception {
        reject(send("a", "none"), "not-a-picture", true);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            said.add(rejected("replay").output().get(rejected("replay").output().size() - 1));
            List<ConsumerRecord<byte[], byte[]>> raw = raw();
            ConsumerRecord<byte[], byte[]> last = raw.get(raw.size() - 1);
            if (rejectedCount() < raw.size()) {
                reject(last, "not-a-picture", true);
            }
            chain.allIsRead();
        }

        assertThat(raw()).hasSize(3);
        assertThat(raw().stream()
                        .map(record -> header(record, OriginHeaders.ATTEMPT).orElse("1")))
                .containsExactly("1", "2", "3");
        assertThat(rejected("replay").text())
                .contains("attempt 3 was taken", "it was attempt 3 of 3", "sent again 0, left 3");
    }

    @Test
    void whatTheLedgerKnowsAsAnsweredIsLeft() throws Exception {
        reject(send("a", "none"), "not-a-picture", true);
        chain.ledger("a", LedgerState.complete, 1, Instant.now());
        chain.allIsRead();

        assertThat(rejected("replay").text())
                .contains("images.ledger says complete")
                .contains("sent again 0, left 1");
        assertThat(raw()).hasSize(1);
    }

    @Test
    void withoutPixelsThereIsNothingToReplayAndItSaysSo() {
        reject(send("a", "this is none", "who", "camera-7"), "not-a-picture", false);

        CommandRun shown = rejected("show", "a");
        CommandRun written =
                rejected("show", "a", "--out", folder.resolve("none.bin").toString());
        CommandRun replay = rejected("replay");

        assertThat(shown.output())
                .contains("size       12 bytes")
                .contains("sha-256    "
                        + Payload.of(ChainOnBroker.utf8("this is none")).sha256())
                .anyMatch(line -> line.contains("there is nothing to replay"));
        assertThat(shown.text()).doesNotContain("camera-7", "this is none");
        assertThat(written.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(folder.resolve("none.bin")).doesNotExist();
        assertThat(replay.text()).contains("pixels were not kept").contains("sent again 0, left 1");
        assertThat(raw()).hasSize(1);
    }

    @Test
    void aRecordWithoutAValueIsListedShownAndNotReplayedAndTheOthersAre() throws Exception {
        reject(
                record(chain.send(new ProducerRecord<>(topics.imagesRaw(), 0, ChainOnBroker.utf8("tomb"), null))),
                "empty",
                true);
        reject(send("text", "this is none"), "not-a-picture", true);

        CommandRun list = rejected("list");
        CommandRun json = rejected("list", "--json");
        Path file = folder.resolve("tomb.bin");
        CommandRun shown = rejected("show", "tomb", "--out", file.toString());
        CommandRun replay = rejected("replay");

        assertThat(list.exitCode()).as(list.errors()).isEqualTo(ExitCodes.OK);
        assertThat(list.output()).anyMatch(line -> line.contains(" empty ") && line.endsWith("           0  tomb"));
        JsonNode tomb = new ObjectMapper().readTree(json.output().get(0));
        assertThat(tomb.get("imageId").asText()).isEqualTo("tomb");
        assertThat(tomb.get("bytes").asInt()).isZero();
        assertThat(shown.output()).contains("size       0 bytes");
        assertThat(file).isEmptyFile();
        assertThat(replay.text())
                .contains("left: tomb")
                .contains("it is empty")
                .contains("sent again: text")
                .contains("sent again 1, left 1");
    }

    private ConsumerRecord<byte[], byte[]> send(String key, String value, String... header) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topics.imagesRaw(), 0, ChainOnBroker.utf8(key), ChainOnBroker.utf8(value));
        for (int i = 0; i < header.length; i += 2) {
            record.headers().add(header[i], ChainOnBroker.utf8(header[i + 1]));
        }
        return record(chain.send(record));
    }

    /** As the landmarker does it. */
    private void reject(ConsumerRecord<byte[], byte[]> raw, String reason, boolean pixels) {
        String id = raw.key() == null
                ? raw.topic() + "-" + raw.partition() + "-" + raw.offset()
                : RecordHeaders.key(raw).orElseThrow();
        reject(raw, id, reason, pixels);
    }

    private void reject(ConsumerRecord<byte[], byte[]> raw, String id, String reason, boolean pixels) {
        int attempt = header(raw, OriginHeaders.ATTEMPT).map(Integer::valueOf).orElse(1);
        chain.taken(id, metadata(raw), attempt, Optional.of(reason));
        chain.ledger(id, LedgerState.rejected, attempt, Instant.ofEpochMilli(raw.timestamp()));
        ConsumerRecord<byte[], byte[]> kept = pixels ? raw : OriginHeaders.withoutPixels(raw);
        chain.send(OriginHeaders.setAside(
                kept, topics.imagesRejected(), ChainOnBroker.utf8(id), "landmarker", reason, "expected a picture"));
    }

    private static RecordMetadata metadata(ConsumerRecord<byte[], byte[]> raw) {
        return new RecordMetadata(
                new TopicPartition(raw.topic(), raw.partition()), raw.offset(), 0, raw.timestamp(), 0, 0);
    }

    private ConsumerRecord<byte[], byte[]> record(RecordMetadata sent) {
        return raw().stream()
                .filter(record -> record.partition() == sent.partition() && record.offset() == sent.offset())
                .findFirst()
                .orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> raw() {
        return all(topics.imagesRaw());
    }

    private int rejectedCount() {
        return all(topics.imagesRejected()).size();
    }

    private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (CommittedReader<byte[]> reader =
                ChainClients.of(broker.bootstrapServers(), topics).reader(line -> {})) {
            reader.read(reader.beginnings(topic), reader.ends(List.of(topic)), found::add);
        }
        found.sort(Comparator.comparing(ConsumerRecord::timestamp));
        return found;
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return RecordHeaders.text(record.headers(), name);
    }

    private CommandRun rejected(String... words) {
        return chain.run(Stream.concat(Stream.of("rejected"), Stream.of(words)).toArray(String[]::new));
    }
}
