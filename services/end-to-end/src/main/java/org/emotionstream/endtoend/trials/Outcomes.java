package org.emotionstream.endtoend.trials;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.ImageEmotions;

/** What comes out of the chain from now on, by image id. */
final class Outcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_MILLIS = 10_000;

    private final Topics topics;
    private final AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     * @throws IllegalStateException when it has not the topics of a chain
     */
    Outcomes(ChainConfiguration configuration, Topics topics) {
        this.topics = topics;
        Map<String, Object> fixed = Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS);
        consumer = new KafkaConsumer<>(
                KafkaClients.settings(configuration, Map.of(), fixed),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics.emotionsFinal(), topics.imagesRejected())
                .flatMap(this::partitions)
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: the position must be fixed before anything is sent.
        partitions.forEach(consumer::position);
    }

    private Stream<TopicPartition> partitions(String topic) {
        var found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic + ": is this the broker of a chain?");
        }
        return found.stream().map(partition -> new TopicPartition(topic, partition.partition()));
    }

    /**
     * Reads until each of these image ids has an outcome, or none of them has got one for this long.
     *
     * @param progress told how many have one
     */
    void await(Set<String> imageIds, Duration patience, Consumer<Long> progress) {
        long last = System.nanoTime();
        long before = -1;
        long found = 0;
        while (found < imageIds.size() && System.nanoTime() - last < patience.toNanos()) {
            poll();
            found = imageIds.stream().filter(seen::containsKey).count();
            if (found > before) {
                progress.accept(found);
                last = System.nanoTime();
                before = found;
            }
        }
    }

    /** Reads for this long, for outcomes that ought not to come. */
    void settle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            poll();
        }
    }

    /** What has become of this image. */
    Seen of(String imageId) {
        return seen.getOrDefault(imageId, new Seen.Nothing());
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> RecordHeaders.key(record)
                .ifPresent(imageId -> seen.merge(imageId, read(record), Seen.Twice::new)));
    }

    private Seen read(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(topics.emotionsFinal())
                ? new Seen.Answered(messages.read(record.value()))
                : new Seen.Rejected(
                        RecordHeaders.text(record.headers(), OriginHeaders.REASON)
                                .orElse(""),
                        RecordHeaders.text(record.headers(), OriginHeaders.MESSAGE)
                                .orElse(""));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
