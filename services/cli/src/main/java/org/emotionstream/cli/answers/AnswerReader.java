package org.emotionstream.cli.answers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.BrokerWatch;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * Reads answers as an analyst would: read-committed, all partitions, without a consumer group. For one
 * thread.
 */
public final class AnswerReader implements AutoCloseable {
    /** Told of what arrives. */
    public interface Listener {
        /** A final result or a rejection. */
        void answer(PictureAnswer answer);

        /** The landmarks of a picture, where they were asked for; not in any order with its answer. */
        default void landmarks(ImageLandmarks landmarks) {}
    }

    /** Where in the topics to begin. */
    public enum From {
        /** All that is still there. */
        BEGINNING,
        /** Only what comes from now on. */
        NOW
    }

    private final AvroMessages<ImageEmotions> emotionMessages;
    private final AvroMessages<ImageLandmarks> landmarkMessages;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Topics topics;
    private final Schemas schemas;
    private final BrokerWatch watch;
    private boolean heardLately = true;

    /** Reads these of {@code topics}: their final results, and whatever else is named. */
    public AnswerReader(String bootstrapServers, Topics topics, List<String> names, From from) {
        this.topics = topics;
        // Services that were started with a registry write in its layout: read with the same setting.
        ChainConfiguration configuration = ClientSettings.of(bootstrapServers, topics);
        schemas = Schemas.of(configuration);
        emotionMessages = new AvroMessages<>(ImageEmotions.class, schemas, topics.emotionsFinal());
        landmarkMessages = new AvroMessages<>(ImageLandmarks.class, schemas, topics.imagesLandmarks());
        ClientSettings.loadCodecs();
        consumer = new KafkaConsumer<>(settings(configuration), new StringDeserializer(), new ByteArrayDeserializer());
        watch = new BrokerWatch(configuration);
        List<TopicPartition> partitions = names.stream()
                .flatMap(name -> partitionsOf(name, bootstrapServers).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (from == From.BEGINNING) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy: the position must be fixed before anything is sent.
        partitions.forEach(consumer::position);
    }

    private List<PartitionInfo> partitionsOf(String topic, String bootstrapServers) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw BrokerCheck.noTopic(topic, bootstrapServers);
        }
        return found;
    }

    private static Map<String, Object> settings(ChainConfiguration configuration) {
        Map<String, Object> fixed = Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // What retention took away was not for us: go on with what is still there.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Limits.TILES_RECORD_BYTES,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                30_000);
        return KafkaClients.settings(configuration, Map.of(), fixed);
    }

    /** Why the broker is gone, as far as is known while nothing arrives; empty when it is there. */
    public Optional<String> brokerGone() {
        return heardLately ? Optional.empty() : watch.silent();
    }

    /** Tells the listener of what has arrived; waits at most this long for the first. */
    public void poll(Duration patience, Listener listener) {
        ConsumerRecords<String, byte[]> messages = consumer.poll(patience);
        heardLately = !messages.isEmpty();
        if (heardLately) {
            watch.heard();
        }
        for (ConsumerRecord<String, byte[]> message : messages) {
            if (message.topic().equals(topics.emotionsFinal())) {
                listener.answer(new PictureAnswer.Final(emotionMessages.read(message.value())));
            } else if (message.topic().equals(topics.imagesLandmarks())) {
                listener.landmarks(landmarkMessages.read(message.value()));
            } else {
                listener.answer(rejected(message));
            }
        }
    }

    private static PictureAnswer.Rejected rejected(ConsumerRecord<String, byte[]> message) {
        return new PictureAnswer.Rejected(
                // The key is the id that the landmarker gave; headers are as they came, of any bytes and length.
                Optional.ofNullable(message.key()).orElse(""),
                header(message, "source").orElse(""),
                header(message, OriginHeaders.REASON).orElse("unknown"),
                header(message, OriginHeaders.MESSAGE).orElse(""));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return Optional.ofNullable(header).map(Header::value).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        consumer.close();
        schemas.close();
    }
}
