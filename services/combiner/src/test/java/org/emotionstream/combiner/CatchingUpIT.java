package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures wait for the networks after an outage, and one network takes half of what the others take. The networks are
 * stand-ins that write made-up distributions and commit their input after it, as workers do.
 */
class CatchingUpIT {
    private static final Logger LOG = Logger.getLogger(CatchingUpIT.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String SLOW = "model-3";

    @RegisterExtension
    final TestBroker broker = TestBroker.own();

    @TempDir
    private Path folder;

    private final AvroMessages<EmotionDistributions> messages = new AvroMessages<>(EmotionDistributions.class);
    private final Instant entered = Instant.now();
    // By partition, in the order of offsets.
    private final Map<Integer, List<String>> waiting = new HashMap<>();
    // By network and partition: how many are answered.
    private final Map<String, Integer> done = new HashMap<>();
    private Process combiner;
    private KafkaProducer<String, byte[]> producer;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(TestSettings.PARTITIONS);
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 20);
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        admin = Admin.create(client);
        Map<String, String> settings = new HashMap<>(TestSettings.chainKeys(broker, folder));
        settings.putAll(TestSettings.combinerKeys(folder.resolve("state"), DEADLINE));
        combiner = CombinerProcess.start(folder, settings);
        Topics.MODELS.forEach(model ->
                producer.send(new ProducerRecord<>(broker.topics().emotions(model), "first", answer(model, "first"))));
        try (Committed<ImageEmotions> answers = Committed.answers(broker)) {
            assertThat(answers.await(1)).as("the combiner serves").hasSize(1);
        }
    }

    @AfterEach
    void stop() throws Exception {
        combiner.destroyForcibly().waitFor();
        producer.close();
        admin.close();
    }

    @Test
    void aNetworkThatIsSlowMakesNoPartialAnswer() throws Exception {
        catchUp(1_200, 16);
    }

    @Test
    @Tag("long")
    void aNetworkThatIsSlowMakesNoPartialAnswerOfSixtyThousandPictures() throws Exception {
        catchUp(60_000, 240);
    }

    /** @param steps of half a second; the slow network needs them all */
    private void catchUp(int pictures, int steps) throws Exception {
        features(pictures);
        long begin = System.nanoTime();
        int most = waiting.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int step = 0; step < steps; step++) {
            for (String model : Topics.MODELS) {
                drain(model, model.equals(SLOW) ? most / steps : 2 * most / steps);
            }
            LockSupport.parkNanos(DEADLINE.dividedBy(4).toNanos());
        }
        for (String model : Topics.MODELS) {
            drain(model, most);
        }
        try (Committed<ImageEmotions> answers = Committed.answers(broker);
                Committed<ImageEmotions> amendments = Committed.amendments(broker)) {
            List<ImageEmotions> all = List.of();
            while (all.size() <= pictures && combiner.isAlive()) {
                int before = all.size();
                all = answers.await(Math.min(pictures + 1, before + pictures / 10));
                assertThat(all.size()).as("answers go on").isGreaterThan(before);
            }
            LOG.warning(
                    String.format(Locale.ROOT, "%d pictures in %.0f s", all.size(), (System.nanoTime() - begin) / 1e9));
            assertThat(all.stream().map(answer -> answer.getImageId().toString()))
                    .doesNotHaveDuplicates();
            assertThat(all).hasSize(pictures + 1).noneMatch(ImageEmotions::getPartial);
            assertThat(amendments.all()).isEmpty();
        }
        assertThat(combiner.isAlive()).isTrue();
    }

    /** The featurizer has written these; no network has read them. */
    private void features(int pictures) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            sent.add(producer.send(
                    new ProducerRecord<>(broker.topics().imagesFeatures(), "image-" + i, new byte[] {1})));
        }
        for (int i = 0; i < pictures; i++) {
            waiting.computeIfAbsent(sent.get(i).get().partition(), any -> new ArrayList<>())
                    .add("image-" + i);
        }
    }

    /** A network answers the next so many pictures of each partition, and then commits them. */
    private void drain(String model, int count) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        for (Map.Entry<Integer, List<String>> partition : waiting.entrySet()) {
            TopicPartition input = new TopicPartition(broker.topics().imagesFeatures(), partition.getKey());
            int begin = done.getOrDefault(model + input, 0);
            int end = Math.min(partition.getValue().size(), begin + count);
            for (String image : partition.getValue().subList(begin, end)) {
                producer.send(new ProducerRecord<>(
                        broker.topics().emotions(model), partition.getKey(), image, answer(model, image)));
            }
            committed.put(input, new OffsetAndMetadata(end));
            done.put(model + input, end);
        }
        producer.flush();
        admin.alterConsumerGroupOffsets(broker.topics().cnnWorkerGroup(model), committed)
                .all()
                .get();
    }

    private byte[] answer(String model, String image) {
        return messages.write(
                EmotionDistributions.newBuilder(Messages.of(image, 1, model, Messages.face(10, Emotion.HAPPY, 0.8)))
                        .setEnteredAt(entered)
                        .build());
    }
}
