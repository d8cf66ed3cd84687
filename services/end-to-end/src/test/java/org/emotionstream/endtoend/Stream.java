package org.emotionstream.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.Topics;

/**
 * A camera: sends the same small picture of a face again and again, each time under another id, until it is stopped. The
 * chain takes ten of them a second with ease, so that a test waits for what it is about and not for a backlog.
 */
final class Stream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String idPrefix;
    private final byte[] picture;
    private final Thread thread = new Thread(this::run, "camera");
    private volatile int sent;
    private volatile boolean stopped;

    Stream(String bootstrapServers, String idPrefix) throws IOException {
        this.idPrefix = idPrefix;
        picture = Photographs.portraits(1).get(0);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 20 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread.start();
    }

    /** Sends this under this id, beside the stream. */
    void send(String id, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(new Topics("").imagesRaw(), id.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    void awaitMore(int count) {
        awaitSent(sent + count);
    }

    void awaitSent(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sent < count) {
            if (System.nanoTime() > deadline || !thread.isAlive()) {
                throw new AssertionError("only " + sent + " of " + count + " pictures sent");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Stops, and tells how many were sent. */
    int stop() throws InterruptedException {
        stopped = true;
        thread.join();
        return sent;
    }

    private void run() {
        while (!stopped) {
            send(idPrefix + sent, picture);
            sent++;
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        producer.close();
    }
}
