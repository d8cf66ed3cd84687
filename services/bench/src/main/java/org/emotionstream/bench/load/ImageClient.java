package org.emotionstream.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;

/** One camera and one analyst: an idempotent producer on {@code images.raw}, and the reader of its answers. For one thread. */
public final class ImageClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINGER_MILLIS = 5;
    private static final int LARGEST_PICTURE = 20 << 20;

    private final String topic = new Topics("").imagesRaw();
    private final List<byte[]> pictures;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AnswerTally tally = new AnswerTally();
    private final AnswerThread answers;
    private volatile Exception failure;
    private long next;

    /** Sends these pictures in turn, each time under a new id. */
    public ImageClient(String bootstrapServers, List<byte[]> pictures) {
        this.pictures = List.copyOf(pictures);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "none",
                "linger.ms",
                LINGER_MILLIS,
                "max.request.size",
                LARGEST_PICTURE);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        answers = new AnswerThread(bootstrapServers, tally);
    }

    /** From here on, times of answers are added to these. */
    public Latencies measureLatencies() {
        return answers.measureLatencies();
    }

    /** Sends the next picture. */
    public void send() {
        send(System.nanoTime());
    }

    /** Sends the next picture, which was to be sent at this time of the clock: a late sender makes no answer faster. */
    public void send(long dueNanos) {
        requireWorking();
        String id = "bench-" + next;
        byte[] picture = pictures.get((int) (next % pictures.size()));
        next++;
        tally.sent(id, dueNanos);
        producer.send(
                new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), picture),
                (metadata, exception) -> failure = exception == null ? failure : exception);
    }

    /** How many pictures are not answered yet. */
    public int open() {
        return tally.open();
    }

    /** How many pictures are answered. */
    public int answered() {
        return tally.answered();
    }

    /** The requests that this client has sent, which the broker counts with those of the chain. */
    public long requests() {
        return RequestTotal.of(producer.metrics(), "producer-metrics") + answers.requests();
    }

    /**
     * Waits until every picture is answered.
     *
     * @throws CommandException when none is answered for minutes, or one is missing, rejected, or answered twice
     */
    public void drain() throws InterruptedException {
        int seen = -1;
        long progress = System.nanoTime();
        while (open() > 0 && System.nanoTime() - progress < PATIENCE.toNanos()) {
            requireWorking();
            if (answered() > seen) {
                seen = answered();
                progress = System.nanoTime();
            }
            Thread.sleep(2);
        }
        requireOneAnswerEach();
    }

    private void requireOneAnswerEach() {
        List<String> problems = tally.problems();
        if (!problems.isEmpty()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE,
                    "the chain has not answered each picture once, so its figures mean nothing: "
                            + String.join("; ", problems));
        }
    }

    private void requireWorking() {
        Optional<Exception> failed = Optional.ofNullable(failure).or(answers::failure);
        failed.ifPresent(cause -> {
            throw new CommandException(ExitCodes.SERVICE, "the measuring client has failed: " + cause, cause);
        });
    }

    @Override
    public void close() throws InterruptedException {
        answers.close();
        producer.close();
    }
}
