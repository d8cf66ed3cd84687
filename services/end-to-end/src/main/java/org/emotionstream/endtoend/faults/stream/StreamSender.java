package org.emotionstream.endtoend.faults.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.wire.ImageIdentity;

/** Sends a stream at a steady rate until it is stopped; what the brokers have taken is known. */
public final class StreamSender implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 600_000;

    private final KnownStream stream;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "camera");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<ImageIdentity> taken = ConcurrentHashMap.newKeySet();
    private final Map<ImageIdentity, Long> firstSent = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final int most;
    private volatile BooleanSupplier room;
    private ScheduledFuture<?> ticks;

    /**
     * @param most so many records at most
     * @param room false while enough is in flight: a machine that is too slow for the rate gets what it can take
     */
    public StreamSender(String bootstrapServers, String topic, KnownStream stream, int most, BooleanSupplier room) {
        this.stream = stream;
        this.topic = topic;
        this.most = most;
        this.room = room;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "enable.idempotence", true,
                        "delivery.timeout.ms", PATIENCE_MILLIS,
                        "max.block.ms", PATIENCE_MILLIS,
                        "metadata.max.idle.ms", PATIENCE_MILLIS,
                        "client.id", "camera"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Begins. */
    public StreamSender start(int perSecond) {
        pace(perSecond, room);
        return this;
    }

    /**
     * Sends so many records a second from now on.
     *
     * @param room false while enough is in flight
     */
    public synchronized void pace(double perSecond, BooleanSupplier room) {
        pause();
        this.room = room;
        long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        ticks = clock.scheduleAtFixedRate(this::sendNext, 0, nanos, TimeUnit.NANOSECONDS);
    }

    /** Sends nothing from now on, until there is another pace. */
    public synchronized void pause() {
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
    }

    private synchronized void sendNext() {
        // One tick may have waited for the pause.
        if (ticks == null || sent.get() >= most || failure.get() != null || !room.getAsBoolean()) {
            return;
        }
        send(stream.item(sent.getAndIncrement()));
    }

    /** Sends the next picture of the stream by itself, past duplicates and garbage; there must be a pause. */
    public synchronized ImageIdentity sendPicture() {
        KnownStream.Item item = stream.item(sent.getAndIncrement());
        while (item.kind() != KnownStream.Kind.PICTURE) {
            item = stream.item(sent.getAndIncrement());
        }
        return send(item);
    }

    private ImageIdentity send(KnownStream.Item item) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, item.imageId().getBytes(StandardCharsets.UTF_8), item.bytes());
        record.headers().add("source", "camera-3".getBytes(StandardCharsets.UTF_8));
        ImageIdentity identity = KnownStream.identity(item.imageId(), item.bytes());
        firstSent.putIfAbsent(identity, System.nanoTime());
        producer.send(record, (metadata, error) -> {
            if (error == null) {
                taken.add(identity);
                acknowledged.incrementAndGet();
            } else {
                failure.compareAndSet(null, error);
            }
        });
        return identity;
    }

    /** Sends the pictures among these records once more; the brokers have taken them when this returns. */
    public void sendAgain(int from, int to) {
        for (int n = from; n < to; n++) {
            KnownStream.Item item = stream.item(n);
            if (item.kind() == KnownStream.Kind.PICTURE) {
                send(item);
            }
        }
        producer.flush();
    }

    /** The stream that is sent. */
    public KnownStream stream() {
        return stream;
    }

    /** What the brokers have taken so far. */
    public Set<ImageIdentity> taken() {
        return taken;
    }

    /** When each picture was first given to the producer, by {@link System#nanoTime}. */
    public Map<ImageIdentity, Long> firstSent() {
        return Collections.unmodifiableMap(firstSent);
    }

    /** How many records the brokers have taken so far. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /**
     * Sends no more, and returns when the brokers have all that was sent.
     *
     * @throws IllegalStateException when they did not take a record
     */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofMillis(PATIENCE_MILLIS));
        if (failure.get() != null) {
            throw new IllegalStateException("a picture could not be sent", failure.get());
        }
    }
}
