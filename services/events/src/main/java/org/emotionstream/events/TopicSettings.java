package org.emotionstream.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What one topic of the chain must be like: the table of {@link #of} is the one place where that is said.
 *
 * @param name with the prefix
 * @param partitions the same for every topic, because messages are joined by partition
 * @param replication copies, or -1 for what the brokers say
 * @param config the settings that differ from the brokers'
 */
public record TopicSettings(String name, int partitions, short replication, Map<String, String> config) {
    /** How long pixels are kept: pictures and tiles are of people. */
    public static final Duration PIXELS_KEPT = Duration.ofHours(6);

    /** How long answers, and what went to quarantine, are kept. */
    public static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    /** A record that is already compressed, or whose true size the broker must check. */
    private static final String UNCOMPRESSED = "uncompressed";

    private static final String AS_PRODUCED = "producer";

    public TopicSettings {
        config = Map.copyOf(config);
    }

    /** The settings of every topic, in flow order. */
    public static List<TopicSettings> of(Topics topics, int partitions, short replication) {
        Table table = new Table(partitions, replication);
        Stream<TopicSettings> first = Stream.of(
                table.row(topics.imagesRaw(), Limits.RAW_RECORD_BYTES, PIXELS_KEPT, UNCOMPRESSED),
                table.row(topics.imagesRejected(), Limits.REJECTED_RECORD_BYTES, PIXELS_KEPT, UNCOMPRESSED),
                table.row(topics.imagesLandmarks(), Limits.TILES_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED),
                table.row(topics.imagesFeatures(), Limits.TILES_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED));
        Stream<TopicSettings> models = topics.emotionsOfModels().stream()
                .map(name -> table.row(name, Limits.EMOTIONS_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED));
        Stream<TopicSettings> last = Stream.of(
                table.row(topics.emotionsFinal(), Limits.ANSWER_RECORD_BYTES, ANSWERS_KEPT, AS_PRODUCED),
                table.row(topics.quarantine(), Limits.QUARANTINE_RECORD_BYTES, ANSWERS_KEPT, AS_PRODUCED));
        return Stream.of(first, models, last).flatMap(rows -> rows).toList();
    }

    /** As the administration of Kafka takes it. */
    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, replication).configs(config);
    }

    private record Table(int partitions, short replication) {
        TopicSettings row(String name, int recordBytes, Duration kept, String compression) {
            // Only whole segments are deleted, and an open one never: it must be closed well before its time.
            Duration segment = kept.dividedBy(6);
            Map<String, String> config = Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(recordBytes),
                    // A camera's clock is data: retention and order go by the broker's.
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.COMPRESSION_TYPE_CONFIG,
                    compression,
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(kept.toMillis()),
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(segment.toMillis()));
            return new TopicSettings(name, partitions, replication, config);
        }
    }
}
