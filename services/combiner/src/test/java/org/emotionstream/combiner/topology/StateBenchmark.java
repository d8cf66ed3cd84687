package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.contract.Emotion;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the stores: bytes an entry on disk and in the changelog, and how fast the changelog brings them back.
 * They are filled as 500 images a second would fill them, one partition, with the settings of the service, on a
 * broker of its own. By its name no build runs it:
 *
 * <pre>mvn -o -q -pl services/combiner -am verify -DskipITs -Dtest=StateBenchmark \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dstate.images=2000000</pre>
 */
class StateBenchmark {
    private static final long IMAGES = Long.getLong("state.images", 1_000_000);
    private static final int AT_ONCE = 1_000;
    private static final int MILLIS_BETWEEN_IMAGES = 2;
    private static final Duration HORIZON = Duration.ofHours(30);
    private static final long BEGIN = Messages.ENTERED.toEpochMilli();
    private static final long PATIENCE_MINUTES = 20;

    @TempDir
    private Path folder;

    /** Writes the entry of one image to the store. */
    @FunctionalInterface
    private interface Entry {
        void write(long number, long millis);
    }

    @Test
    void measure() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            Function<ProcessorContext<?, ?>, Entry> settled = context -> {
                var store = new SettledImages(
                        context.<WindowStore<Bytes, byte[]>>getStateStore(SettledImages.STORE), HORIZON);
                Intake intake = Intake.of(image(7));
                return (number, millis) -> store.remember(
                        ImageKey.of(OpenImage.of(image(number)).picture().identity()),
                        new Settled(Settled.Kind.ANSWERED, intake, 0b1111, 1),
                        millis);
            };
            run(
                    broker,
                    "settled-images",
                    IMAGES,
                    TimeSegments.builder(SettledImages.STORE, HORIZON, Map.of()),
                    settled);
            Function<ProcessorContext<?, ?>, Entry> open = context -> {
                var store = new OpenImages(context.<KeyValueStore<Bytes, byte[]>>getStateStore(OpenImages.STORE), 0);
                return (number, millis) -> {
                    OpenImage image = OpenImage.of(image(number));
                    store.put(ImageKey.of(image.picture().identity()), image);
                };
            };
            run(broker, "open-images", IMAGES / 4, OpenImages.builder(Map.of()), open);
            Function<ProcessorContext<?, ?>, Entry> partial = context -> {
                var store = new PartialAnswers(
                        context.<WindowStore<Bytes, byte[]>>getStateStore(PartialAnswers.STORE),
                        HORIZON,
                        Schemas.none());
                List<EmotionDistributions> three = List.of(distributions(1), distributions(2), distributions(3));
                return (number, millis) -> store.keep(
                        ImageKey.of(OpenImage.of(image(number)).picture().identity()),
                        three,
                        Collections.nCopies(three.size(), TraceHeaders.NONE),
                        millis);
            };
            run(
                    broker,
                    "partial-answers",
                    IMAGES / 10,
                    TimeSegments.builder(PartialAnswers.STORE, HORIZON, Map.of()),
                    partial);
        }
    }

    private void run(
            LocalBroker broker,
            String name,
            long images,
            StoreBuilder<?> store,
            Function<ProcessorContext<?, ?>, Entry> entry)
            throws Exception {
        CountDownLatch filled = new CountDownLatch((int) (images / AT_ONCE));
        Topology topology = new Topology()
                .addSource("source", new LongDeserializer(), new LongDeserializer(), "fill-" + name)
                .addProcessor("fill", () -> new Fill(entry, filled), "source")
                .addStateStore(store, "fill");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("fill-" + name, 1, (short) 1)))
                    .all()
                    .get();
            send(broker, "fill-" + name, images);
            long began = System.nanoTime();
            KafkaStreams streams = new KafkaStreams(topology, settings(broker, name));
            streams.start();
            assertThat(filled.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            streams.close();
            double fillSeconds = seconds(began);
            Path state = folder.resolve(name);
            long onDisk = bytes(state);
            long inChangelog = admin.describeLogDirs(List.of(1)).allDescriptions().get().get(1).values().stream()
                    .mapToLong(dir -> dir.replicaInfos()
                            .get(new TopicPartition("bench-" + name + "-" + name + "-changelog", 0))
                            .size())
                    .sum();
            double restoreSeconds = restore(topology, settings(broker, name));
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d entries, %.1f bytes each on disk, %.1f in the changelog; written in %.0f s,"
                            + " restored in %.1f s (%.0f a second)%n",
                    name,
                    images,
                    (double) onDisk / images,
                    (double) inChangelog / images,
                    fillSeconds,
                    restoreSeconds,
                    images / restoreSeconds);
        }
    }

    /** Seconds from the first to the last record read from the changelog, into an empty directory. */
    private static double restore(Topology topology, Properties settings) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        long[] began = new long[1];
        double[] seconds = new double[1];
        KafkaStreams streams = new KafkaStreams(topology, settings);
        streams.cleanUp();
        streams.setGlobalStateRestoreListener(new StateRestoreListener() {
            @Override
            public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
                began[0] = System.nanoTime();
            }

            @Override
            public void onBatchRestored(TopicPartition partition, String store, long to, long count) {
                // Only the whole counts.
            }

            @Override
            public void onRestoreEnd(TopicPartition partition, String store, long count) {
                seconds[0] = StateBenchmark.seconds(began[0]);
                end.countDown();
            }
        });
        streams.start();
        assertThat(end.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        streams.close();
        return seconds[0];
    }

    private Properties settings(LocalBroker broker, String name) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + name);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    private static void send(LocalBroker broker, String topic, long images) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new LongSerializer(), new LongSerializer())) {
            LongStream.range(0, images / AT_ONCE)
                    .forEach(batch -> producer.send(new ProducerRecord<>(topic, 0, batch, batch * AT_ONCE)));
        }
    }

    private static ImageTaken image(long number) {
        ImageTaken taken = Messages.taken("hall-camera-" + number, (int) (number % 100), number);
        taken.setEnteredAt(Instant.ofEpochMilli(BEGIN + number * MILLIS_BETWEEN_IMAGES));
        return taken;
    }

    private static EmotionDistributions distributions(int model) {
        return Messages.of("hall-camera-1234567", 1, "model-" + model, Messages.face(10, Emotion.HAPPY, 0.8));
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }

    private static long bytes(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each record, so many entries. */
    private static final class Fill implements Processor<Long, Long, Void, Void> {
        private final Function<ProcessorContext<?, ?>, Entry> prepare;
        private final CountDownLatch filled;
        private Optional<Entry> entry = Optional.empty();

        Fill(Function<ProcessorContext<?, ?>, Entry> prepare, CountDownLatch filled) {
            this.prepare = prepare;
            this.filled = filled;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            entry = Optional.of(prepare.apply(context));
        }

        @Override
        public void process(Record<Long, Long> record) {
            for (long number = record.value(); number < record.value() + AT_ONCE; number++) {
                entry.orElseThrow().write(number, BEGIN + number * MILLIS_BETWEEN_IMAGES);
            }
            filled.countDown();
        }
    }
}
