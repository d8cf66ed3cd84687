package org.emotionstream.combiner.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.test.TestRecord;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;

/** The topology under a clock that the test moves: what arrives, what passes, what is answered. */
final class Story implements AutoCloseable, BranchEnds {
    static final Topics TOPICS = new Topics("");
    static final Duration DEADLINE = Duration.ofSeconds(30);
    static final Duration HORIZON = Duration.ofHours(6);

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AvroMessages<EmotionDistributions> distributions = new AvroMessages<>(EmotionDistributions.class);
    private final AvroMessages<ImageTaken> taken = new AvroMessages<>(ImageTaken.class);
    private final AvroMessages<LedgerEntry> entries = new AvroMessages<>(LedgerEntry.class);
    private final AvroMessages<ImageEmotions> answers = new AvroMessages<>(ImageEmotions.class);
    private final Map<String, Position> ends = new HashMap<>();
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> answered;
    private final TestOutputTopic<String, byte[]> amended;
    private final TestOutputTopic<String, byte[]> ledger;
    private final TestOutputTopic<String, byte[]> quarantined;
    private boolean brokerAnswers = true;
    private Instant now = START;
    private Duration wallClockOff = Duration.ZERO;

    /** @param folder where the story writes its release and state */
    Story(Path folder) throws IOException {
        this(folder, 1);
    }

    /** @param partitions of the topics, of which the story has the first */
    Story(Path folder, int partitions) throws IOException {
        this(folder, partitions, Tracing.off("combiner"));
    }

    /** @param tracing makes spans of answers */
    Story(Path folder, int partitions, Tracing tracing) throws IOException {
        ReleaseFolder.write(folder, Messages.RELEASE);
        ReleaseFolder.write(folder, Messages.OTHER_RELEASE);
        ReleasedSteps<DistributionsToEmotion> heads =
                new ReleasedSteps<>(new Releases(folder), DistributionsToEmotion::of);
        CombinerParts parts = new CombinerParts(
                TOPICS,
                Schemas.none(),
                partitions,
                DEADLINE,
                HORIZON,
                new DistributionsToImageEmotions(heads),
                this,
                new CombinerMetrics(meters),
                tracing,
                () -> now.plus(wallClockOff));
        Properties properties = new Properties();
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        topology = CombinerTopology.of(parts, CommitPace.ofEachThread());
        driver = new TopologyTestDriver(topology, properties, START);
        answered = output(TOPICS.emotionsFinal());
        amended = output(TOPICS.emotionsAmended());
        ledger = output(TOPICS.imagesLedger());
        quarantined = output(TOPICS.quarantine());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The landmarker's word, now. */
    Story takes(ImageTaken message) {
        return pipe(TOPICS.imagesTaken(), message.getImageId(), taken.write(message));
    }

    /** A worker's record, now, on its own topic; then the same from the workers of these other networks. */
    Story arrives(EmotionDistributions message, String... otherModels) {
        arrives(message.getModel(), message.getImageId(), write(message));
        for (String model : otherModels) {
            arrives(EmotionDistributions.newBuilder(message).setModel(model).build());
        }
        return this;
    }

    /** What the story is about. */
    Topology topology() {
        return topology;
    }

    /** The bytes of this message. */
    byte[] write(EmotionDistributions message) {
        return distributions.write(message);
    }

    /** Any record, now, on this network's topic. */
    Story arrives(String model, String key, byte[] value) {
        return pipe(TOPICS.emotions(model), key, value);
    }

    /** A worker's record, now, on its own topic, with these headers. */
    Story arrives(EmotionDistributions message, Headers headers) {
        return pipe(TOPICS.emotions(message.getModel()), message.getImageId(), write(message), headers);
    }

    private Story pipe(String topic, String key, byte[] value) {
        return pipe(topic, key, value, new RecordHeaders());
    }

    private Story pipe(String topic, String key, byte[] value, Headers headers) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, now));
        return this;
    }

    /** Somebody sets our wall clock: so far off the brokers' from here on. */
    Story wallClockIsOffBy(Duration time) {
        wallClockOff = time;
        return this;
    }

    /** Behind the combiner's back: this image is no longer among those that are open. */
    Story losesOpenImage(ImageTaken message) {
        driver.<Bytes, byte[]>getKeyValueStore(OpenImages.STORE).delete(ImageKey.of(ImageIdentity.of(message)));
        return this;
    }

    /** The store of settled images. */
    WindowStore<Bytes, byte[]> settledImages() {
        return driver.getWindowStore(SettledImages.STORE);
    }

    /** How many distributions partial answers are remembered with. */
    int partialAnswersKept() {
        int kept = 0;
        try (var all = driver.getWindowStore(PartialAnswers.STORE).all()) {
            for (; all.hasNext(); all.next()) {
                kept++;
            }
        }
        return kept;
    }

    /** Time passes on every clock; without a record, that of the stream stands still. */
    Story passes(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time.minus(CombinerProcessor.TICK));
        driver.advanceWallClockTime(CombinerProcessor.TICK);
        return this;
    }

    /** So many records lie on this network's topic, read or not. */
    Story topicEnds(String model, long end, long committed) {
        ends.put(model, new Position(end, committed, Input.UNKNOWN));
        return this;
    }

    /** Whether the broker can be asked where topics end. */
    Story brokerAnswers(boolean answers) {
        brokerAnswers = answers;
        return this;
    }

    /** The answers since the last look. */
    List<ImageEmotions> answers() {
        return answered.readValuesToList().stream().map(answers::read).toList();
    }

    /** The headers of the answers since the last look. */
    List<Headers> answerHeaders() {
        return answered.readRecordsToList().stream().map(TestRecord::headers).toList();
    }

    /** The amendments since the last look. */
    List<ImageEmotions> amendments() {
        return amended.readValuesToList().stream().map(answers::read).toList();
    }

    /** The entries of the ledger since the last look. */
    List<LedgerEntry> ledger() {
        return ledger.readValuesToList().stream().map(entries::read).toList();
    }

    /** The states that the ledger got since the last look. */
    List<LedgerState> states() {
        return ledger().stream().map(LedgerEntry::getState).toList();
    }

    /** The keys of the entries of the ledger since the last look. */
    List<String> ledgerKeys() {
        return ledger.readRecordsToList().stream().map(TestRecord::key).toList();
    }

    /** The quarantined records since the last look. */
    List<TestRecord<String, byte[]>> quarantined() {
        return quarantined.readRecordsToList();
    }

    /** The value of this counter. */
    double count(String meter, String... tags) {
        return meters.get(meter).tags(tags).counter().count();
    }

    /** The value of this gauge. */
    double gauge(String meter, String... tags) {
        return meters.get(meter).tags(tags).gauge().value();
    }

    @Override
    public CompletionStage<Map<String, Position>> ask(int partition) {
        if (!brokerAnswers) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        return CompletableFuture.completedFuture(Topics.MODELS.stream()
                .collect(Collectors.toMap(
                        model -> model, model -> ends.getOrDefault(model, new Position(0, 0, Input.UNKNOWN)))));
    }

    @Override
    public void close() {
        driver.close();
    }
}
