package org.emotionstream.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.configuration.Topics;

/** Reads answers in a thread of its own: read-committed, without a group, from the first offset. */
final class AnswerThread implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topics topics = new Topics("");
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AnswerTally tally;
    private final AtomicReference<Latencies> latencies = new AtomicReference<>(new Latencies());
    private final Thread thread = new Thread(this::read, "answers");
    private volatile Exception failure;
    private volatile boolean closed;

    AnswerThread(String bootstrapServers, AnswerTally tally) {
        this.tally = tally;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(
                        topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesRejected())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        // Seeking is lazy: the position must be fixed before anything is sent.
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** From here on, times of answers are added to these. */
    Latencies measureLatencies() {
        Latencies fresh = new Latencies();
        latencies.set(fresh);
        return fresh;
    }

    /** Why it reads no more; empty while it does. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** How many requests it has sent. */
    long requests() {
        return RequestTotal.of(consumer.metrics(), "consumer-metrics");
    }

    private void read() {
        try {
            while (!closed) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.topic().equals(topics.emotionsFinal())) {
            tally.answered(id, System.nanoTime(), latencies.get()::add);
        } else {
            tally.elsewhere(record.topic(), id);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        consumer.close();
    }
}
