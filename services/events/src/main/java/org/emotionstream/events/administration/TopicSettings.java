package org.emotionstream.events.administration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.Limits;

/**
 * What one topic of the chain must be like: the table of {@link #of} is the one place where that is said.
 *
 * @param name with the prefix
 * @param partitions the same for every topic that carries pictures, because messages are joined by partition
 * @param replication copies, or -1 for what the brokers say
 * @param config the settings that differ from the brokers'
 */
public record TopicSettings(String name, int partitions, short replication, Map<String, String> config) {
    /** How long pixels are kept: pictures and tiles are of people, also in what went to quarantine. */
    public static final Duration PIXELS_KEPT = Duration.ofHours(6);

    /** How long answers are kept. */
    public static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    /** How long what has become of each picture is kept. */
    public static final Duration LEDGER_KEPT = Duration.ofDays(30);

    private static final Duration COMPACTED_EVERY = Duration.ofHours(1);

    private static final int SEGMENTS_KEPT = 6;

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
                table.kept(topics.imagesRaw(), Limits.RAW_RECORD_BYTES, PIXELS_KEPT, UNCOMPRESSED),
                table.kept(topics.imagesRejected(), Limits.REJECTED_RECORD_BYTES, PIXELS_KEPT, UNCOMPRESSED),
                table.kept(topics.imagesTaken(), Limits.EMOTIONS_RECORD_BYTES, LEDGER_KEPT, AS_PRODUCED),
                table.kept(topics.imagesLandmarks(), Limits.TILES_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED),
                table.kept(topics.imagesFeatures(), Limits.TILES_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED));
        Stream<TopicSettings> models = topics.emotionsOfModels().stream()
                .map(name -> table.kept(name, Limits.EMOTIONS_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED));
        Stream<TopicSettings> last = Stream.of(
                table.kept(topics.emotionsFinal(), Limits.ANSWER_RECORD_BYTES, ANSWERS_KEPT, AS_PRODUCED),
                table.kept(topics.emotionsAmended(), Limits.ANSWER_RECORD_BYTES, ANSWERS_KEPT, AS_PRODUCED),
                table.ledger(topics.imagesLedger()),
                table.kept(topics.quarantine(), Limits.QUARANTINE_RECORD_BYTES, PIXELS_KEPT, AS_PRODUCED),
                table.compacted(topics.schemas()),
                table.compacted(topics.releases()));
        return Stream.of(first, models, last).flatMap(rows -> rows).toList();
    }

    /** As the administration of Kafka takes it. */
    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, replication).configs(config);
    }

    private record Table(int partitions, short replication) {
        TopicSettings kept(String name, int recordBytes, Duration kept, String compression) {
            Map<String, String> config = common(recordBytes, compression);
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            retain(config, kept);
            return new TopicSettings(name, partitions, replication, config);
        }

        /** The last entry of each picture, for as long as the ledger is kept. */
        TopicSettings ledger(String name) {
            Map<String, String> config = common(Limits.EMOTIONS_RECORD_BYTES, AS_PRODUCED);
            config.put(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
            retain(config, LEDGER_KEPT);
            // What was erased is known to have been there for as long as images.taken tells of it.
            config.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(LEDGER_KEPT.toMillis()));
            return new TopicSettings(name, partitions, replication, config);
        }

        /** The last record of each key, for ever; read as a whole, so one partition. */
        TopicSettings compacted(String name) {
            Map<String, String> config = common(Limits.EMOTIONS_RECORD_BYTES, AS_PRODUCED);
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            // Only closed segments are compacted, and who starts reads all that is there.
            config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(COMPACTED_EVERY.toMillis()));
            return new TopicSettings(name, 1, replication, config);
        }

        private static Map<String, String> common(int recordBytes, String compression) {
            Map<String, String> config = new HashMap<>();
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytes));
            // A camera's clock is data: retention and order go by the broker's.
            config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, compression);
            return config;
        }

        private static void retain(Map<String, String> config, Duration kept) {
            // Only whole segments are deleted, and an open one never: it must be closed well before its time.
            config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
            config.put(
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(kept.dividedBy(SEGMENTS_KEPT).toMillis()));
        }
    }
}
