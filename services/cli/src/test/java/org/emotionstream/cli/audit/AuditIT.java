package org.emotionstream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.localbroker.DamagedBatch;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command on a real broker; what the services would write, the test writes. */
class AuditIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private ChainOnBroker chain;
    private Topics topics;

    @BeforeEach
    void prepare() {
        chain = new ChainOnBroker(broker);
        topics = broker.topics();
    }

    @Test
    void picturesThatAreAllAccountedForBalance() throws Exception {
        for (int i = 0; i < 20; i++) {
            complete("picture-" + i);
        }
        reject("no-picture");
        RecordMetadata again = chain.raw(0, "again");
        chain.taken("picture-3", again, 1, Optional.empty());
        chain.taken("picture-3", again, 1, Optional.empty());
        chain.allIsRead();
        chain.raw(1, "not read yet");

        CommandRun audit = audit();

        assertThat(audit.exitCode()).as(audit.text() + audit.errors()).isEqualTo(ExitCodes.OK);
        assertThat(numbers(audit))
                .containsExactly(
                        "raw records taken 22",
                        "complete 20",
                        "partial 0",
                        "amended 0",
                        "rejected 1",
                        "expired 0",
                        "open 0",
                        "duplicate 1",
                        "replayed 0",
                        "waiting on images.raw 1",
                        "taken again after a restart 1");
        assertThat(audit.output()).last().isEqualTo("it balances");
    }

    @Test
    void aRawRecordThatNobodyTookIsMissing() throws Exception {
        complete("before");
        RecordMetadata raw = chain.send(new ProducerRecord<>(
                topics.imagesRaw(), 0, ChainOnBroker.utf8("lost-one"), ChainOnBroker.utf8("picture")));
        complete("after");
        chain.allIsRead();

        JsonNode json = json(audit("--json"), ExitCodes.INCOMPLETE);

        assertThat(json.get("balances").asBoolean()).isFalse();
        assertThat(json.get("missing").asInt()).isEqualTo(1);
        assertThat(json.get("records").get("taken").asInt()).isEqualTo(2);
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("imageId").asText()).isEqualTo("lost-one");
        assertThat(finding.get("rawOffset").asLong()).isEqualTo(raw.offset());
        assertThat(finding.get("lastSeen").get(0).get("topic").asText()).isEqualTo(topics.imagesRaw());
    }

    @Test
    void aRawRecordThatWaitsForTooLongIsOpenTooLong() throws Exception {
        chain.raw(1, "of a partition that is held back");
        await("it has waited").pollDelay(Duration.ofMillis(10)).until(() -> true);

        JsonNode json = json(audit("--json", "--open-longer-than", "PT0.001S"), ExitCodes.INCOMPLETE);

        assertThat(json.get("balances").asBoolean()).isFalse();
        assertThat(json.get("openTooLong").asInt()).isEqualTo(1);
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("kind").asText()).isEqualTo("openTooLong");
        assertThat(finding.get("why").asText()).contains("offsets 0 to 0 of images.raw", "holds the partition back");
        assertThat(finding.get("rawPartition").asInt()).isEqualTo(1);
        assertThat(audit().text()).contains("it balances");
    }

    @Test
    void aRecordThatWasPassedOverBecauseItCannotBeReadIsMissing() throws Exception {
        chain.raw(0, "damaged");
        chain.raw(0, "whole");
        DamagedBatch.at(broker.log(topics.imagesRaw(), 0), 0).damage();
        chain.allIsRead();

        JsonNode json = json(audit("--json"), ExitCodes.INCOMPLETE);

        assertThat(json.get("missing").asInt()).isEqualTo(2);
        assertThat(json.get("findings").get(0).get("why").asText()).contains("it cannot be read");
    }

    @Test
    void anOffsetWithoutARecordIsNotMissing() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "camera"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topics.imagesRaw(), 0, null, ChainOnBroker.utf8("taken back")));
            producer.flush();
            producer.abortTransaction();
        }
        complete("after");
        chain.allIsRead();

        CommandRun audit = audit();

        assertThat(audit.exitCode()).as(audit.text()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void whatRetentionTookBeforeItWasReadIsMissing() throws Exception {
        for (int i = 0; i < 3; i++) {
            chain.raw(0, "picture");
        }
        TopicPartition partition = new TopicPartition(topics.imagesRaw(), 0);
        broker.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(2)))
                .all()
                .get();

        JsonNode json = json(audit("--json"), ExitCodes.INCOMPLETE);

        assertThat(json.get("missing").asInt()).isEqualTo(2);
        assertThat(json.get("waiting").asInt()).isEqualTo(1);
        assertThat(json.get("findings").get(0).get("why").asText()).contains("deleted from images.raw before");
    }

    @Test
    void doubledAndMissingAndOpenAreToldWithWhereTheyWereLastSeen() throws Exception {
        complete("twice");
        chain.answer(topics.emotionsFinal(), "twice", 1, Instant.now());
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken("gone", raw, 1, Optional.empty());
        chain.ledger("gone", LedgerState.complete, 1, entered);
        RecordMetadata second = chain.raw(0, "picture");
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(5));
        chain.taken("stuck", second, longAgo, 1, Optional.empty());
        chain.ledger("stuck", LedgerState.open, 1, longAgo);
        RecordMetadata features = chain.write(topics.imagesFeatures(), "stuck", features("stuck"));
        chain.allIsRead();
        chain.hasReadAll(topics.cnnWorkerGroup("model-2"), List.of(topics.imagesFeatures()));

        CommandRun audit = audit();

        assertThat(audit.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(audit.output())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("doubled: twice " + ChainOnBroker.DIGEST + ", source camera-7, entered")
                        .contains("emotions.final has more than one answer", "last seen on " + topics.emotionsFinal()))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("missing: gone " + ChainOnBroker.DIGEST)
                        .contains("images.raw 0@" + raw.offset())
                        .contains("images.ledger says complete, emotions.final has no answer")
                        .endsWith(topics.imagesRaw() + " 0@" + raw.offset() + ", which " + topics.landmarkerGroup()
                                + " has read"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("open too long: stuck")
                        .contains(topics.imagesFeatures() + " " + features.partition() + "@" + features.offset()
                                + ", which " + topics.cnnWorkerGroup("model-2") + " has read;")
                        .contains("which " + topics.cnnWorkerGroup("model-3") + " has not read yet"));
        assertThat(audit.output())
                .last()
                .isEqualTo("it does not balance: 1 missing, 1 doubled, 1 open for longer than PT2M");
        assertThat(audit("--open-longer-than", "10m").text()).contains("0 open for longer than PT10M");
    }

    @Test
    void anAbortedAnswerIsNone() throws Exception {
        complete("a");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "combiner"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                            topics.emotionsFinal(), ChainOnBroker.utf8("a"), ChainOnBroker.utf8("not even Avro")))
                    .get();
            producer.abortTransaction();
        }
        chain.allIsRead();

        CommandRun audit = audit();

        assertThat(audit.exitCode()).as(audit.text()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void whatEnteredBeforeSinceIsNotJudged() throws Exception {
        Instant before = Instant.now().minus(Duration.ofHours(3));
        chain.taken("lost-long-ago", chain.raw(0, "picture"), before, 1, Optional.empty());
        complete("a");
        chain.allIsRead();

        assertThat(audit().exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        CommandRun since = audit("--since", "1h");

        assertThat(since.exitCode()).as(since.text()).isEqualTo(ExitCodes.OK);
        assertThat(since.text()).contains("not judged: what entered before").contains(", as asked");
    }

    @Test
    void wholePicturesOnTheRejectedTopicDoNotFillTheMemory() throws Exception {
        byte[] large = new byte[16 * 1024 * 1024];
        Arrays.fill(large, (byte) 1);
        for (int i = 0; i < 12; i++) {
            reject("large-" + i, large);
        }
        chain.allIsRead();
        // Half of what lies there, and the rest of this machine, would not fit at once.
        List<byte[]> ballast = new ArrayList<>();
        long free = Runtime.getRuntime().maxMemory() - used();
        for (long left = free - 160L * 1024 * 1024; left > 0; left -= large.length) {
            ballast.add(new byte[large.length]);
        }

        CommandRun audit = audit();

        assertThat(audit.exitCode()).as(audit.text() + audit.errors()).isEqualTo(ExitCodes.OK);
        assertThat(numbers(audit)).contains("rejected 12");
        assertThat(ballast).isNotNull();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void complete(String id) {
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.empty());
        chain.ledger(id, LedgerState.open, 1, entered);
        chain.ledger(id, LedgerState.complete, 1, entered);
        chain.answer(topics.emotionsFinal(), id, 1, entered);
    }

    private void reject(String id) {
        reject(id, ChainOnBroker.utf8("this is none"));
    }

    private void reject(String id, byte[] value) {
        RecordMetadata raw = chain.raw(1, "this is none");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.of("not-a-picture"));
        chain.ledger(id, LedgerState.rejected, 1, entered);
        ProducerRecord<byte[], byte[]> rejected =
                new ProducerRecord<>(topics.imagesRejected(), ChainOnBroker.utf8(id), value);
        rejected.headers()
                .add(OriginHeaders.PARTITION, ChainOnBroker.utf8("1"))
                .add(OriginHeaders.OFFSET, ChainOnBroker.utf8(Long.toString(raw.offset())));
        chain.send(rejected);
    }

    private static ImageFeatures features(String id) {
        return ImageFeatures.newBuilder()
                .setImageId(id)
                .setDigest(ByteBuffer.wrap(ChainOnBroker.digest().array()))
                .setEnteredAt(Instant.now())
                .setWidth(1)
                .setHeight(1)
                .setReleaseId("release-1")
                .setTileChannels(1)
                .setFaces(List.of())
                .build();
    }

    private CommandRun audit(String... more) {
        return chain.run(Stream.concat(Stream.of("audit"), Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run, int exitCode) throws Exception {
        assertThat(run.exitCode()).as(run.text() + run.errors()).isEqualTo(exitCode);
        assertThat(run.output()).hasSize(1);
        return new ObjectMapper().readTree(run.text());
    }

    /** The lines of the balance with single spaces. */
    private static List<String> numbers(CommandRun run) {
        return run.output().stream()
                .map(line -> line.strip().replaceAll(" {2,}", " "))
                .filter(line -> line.matches(".* [0-9,]+"))
                .toList();
    }
}
