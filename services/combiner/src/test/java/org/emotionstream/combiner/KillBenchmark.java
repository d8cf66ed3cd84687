package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how many seconds the next answer takes after {@code kill -9} of a combiner that remembers a million pictures,
 * the start of its process included. By its name no build runs it:
 *
 * <pre>mvn -o -q -pl services/combiner -am verify -DskipITs -Dtest=KillBenchmark \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dstate.images=1000000</pre>
 */
class KillBenchmark {
    private static final int IMAGES = Integer.getInteger("state.images", 1_000_000);
    private static final int SAMPLES = 60;
    private static final int KEY_BYTES = 16;
    private static final int KILLS = 3;

    @RegisterExtension
    final TestBroker broker = TestBroker.own();

    @TempDir
    private Path folder;

    private Process process;
    private int sent;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void measure() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(TestSettings.PARTITIONS);
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            start();
            answer(workers, answers, SAMPLES);
            process.destroyForcibly().waitFor();
            remember();
            report("the changelog is read from where it stood", workers, answers);
            for (int kill = 1; kill <= KILLS; kill++) {
                process.destroyForcibly().waitFor();
                report("kill " + kill, workers, answers);
            }
        }
    }

    /** Two share the partitions, and one is killed for good: when the other has answered for all. */
    @Test
    void measureReplacement() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(TestSettings.PARTITIONS);
        start();
        Process other = start("combiner-2");
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            answer(workers, answers, SAMPLES);
            TimeUnit.SECONDS.sleep(20); // until both have joined
            answer(workers, answers, SAMPLES);
            other.destroyForcibly().waitFor();
            long killed = System.nanoTime();
            answer(workers, answers, SAMPLES);
            System.out.printf(
                    Locale.ROOT,
                    "killed for good: its partitions are answered by the other after %.1f s%n",
                    Duration.ofNanos(System.nanoTime() - killed).toMillis() / 1000.0);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private void report(String what, Workers workers, Committed<ImageEmotions> answers) throws IOException {
        long begun = System.nanoTime();
        start();
        answer(workers, answers, 1);
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT, "%,d remembered pictures, %s: the next answer after %.1f s%n", IMAGES, what, seconds);
    }

    private void answer(Workers workers, Committed<ImageEmotions> answers, int images) {
        workers.take(sent, images);
        workers.answer(sent, images);
        sent += images;
        assertThat(answers.await(sent)).hasSize(sent);
    }

    /** Copies of what the changelog has of a few pictures, under other keys. */
    private void remember() {
        String changelog = broker.topics().combinerGroup() + "-settled-images-changelog";
        List<ConsumerRecord<byte[], byte[]>> samples = broker.read(changelog, SAMPLES);
        Random random = new Random(5);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int image = 0; image < IMAGES; image++) {
                ConsumerRecord<byte[], byte[]> sample = samples.get(image % SAMPLES);
                byte[] picture = new byte[KEY_BYTES];
                random.nextBytes(picture);
                byte[] key = sample.key().clone();
                System.arraycopy(picture, 0, key, 0, KEY_BYTES);
                producer.send(new ProducerRecord<>(changelog, sample.partition(), key, sample.value()));
            }
        }
    }

    private void start() throws IOException {
        process = start("combiner-1");
    }

    private Process start(String name) throws IOException {
        Map<String, String> settings = new HashMap<>(TestSettings.chainKeys(broker, folder));
        settings.put("emotionstream.instance-id", name);
        settings.putAll(TestSettings.combinerKeys(folder.resolve(name), Duration.ofMinutes(10)));
        return CombinerProcess.start(folder, settings);
    }
}
