package org.emotionstream.cli.shadow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.cli.ClientSettings;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.Schemas;
import org.emotionstream.events.Topics;
import org.emotionstream.schemas.ImageEmotions;

/** Reads the answers of a chain from a time to its end of this moment, read-committed. */
public final class FinalTopic {
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private FinalTopic() {}

    /**
     * Tells of every answer whose picture entered since then.
     *
     * @throws CommandException when there is no such topic
     */
    public static void read(String bootstrapServers, Topics topics, Instant since, Consumer<ImageEmotions> told) {
        ChainConfiguration chain = ClientSettings.of(bootstrapServers, topics);
        String topic = topics.emotionsFinal();
        try (Schemas schemas = Schemas.of(chain);
                var consumer = new KafkaConsumer<>(
                        settings(chain), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class, schemas, topic);
            Map<TopicPartition, Long> open = begin(consumer, topic, since);
            while (!open.isEmpty()) {
                consumer.poll(A_MOMENT).forEach(record -> {
                    ImageEmotions answer = messages.read(record.value());
                    if (!answer.getEnteredAt().isBefore(since)) {
                        told.accept(answer);
                    }
                });
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }

    /** Where each partition ends; those that have nothing since then are left out. */
    private static Map<TopicPartition, Long> begin(
            KafkaConsumer<byte[], byte[]> consumer, String topic, Instant since) {
        List<TopicPartition> partitions = Optional.ofNullable(
                        consumer.listTopics().get(topic))
                .stream()
                .flatMap(List::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE,
                    "there is no topic " + topic + ": ./emotionstream shadow start --release ID makes it");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> since.toEpochMilli())))
                .forEach((partition, found) -> {
                    if (found == null) {
                        ends.remove(partition);
                        consumer.pause(List.of(partition));
                    } else {
                        consumer.seek(partition, found.offset());
                    }
                });
        return ends;
    }

    private static Map<String, Object> settings(ChainConfiguration chain) {
        return KafkaClients.settings(
                chain,
                Map.of(),
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        // What retention takes away while it reads was not for us.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
    }
}
