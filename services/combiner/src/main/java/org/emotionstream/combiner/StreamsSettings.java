package org.emotionstream.combiner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.emotionstream.combiner.topology.BoundedRocksDb;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.Limits;

/** The settings of Kafka Streams and of the clients that it makes. */
final class StreamsSettings {
    private static final int MIB = 1024 * 1024;
    // A message is some 300 bytes, so this is more than one round of processing takes. A consumer may hold so much
    // for each partition that it reads, and the heap is the same for 4 partitions and for 64.
    private static final int PARTITION_FETCH_BYTES = 64 * 1024;
    private static final int FETCH_BYTES = 4 * MIB;
    // What the stores keep back in the heap until the transaction ends; above it the transaction ends early.
    private static final long UNCOMMITTED_BYTES = 8L * MIB;
    private static final int SESSION_MILLIS = 8_000;
    private static final int HEARTBEAT_MILLIS = 2_000;
    private static final int RECORDS_AT_ONCE = 200;
    private static final long BOOKS_CACHE_BYTES = 256 * 1024;
    private static final String WINDOWS_KEPT_LONGER =
            StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG;

    private StreamsSettings() {}

    /** Our defaults, over them the operator's {@code emotionstream.kafka}, over them what promises rest on. */
    static Properties of(ChainConfiguration chain, CombinerConfiguration combiner) {
        Properties properties = new Properties();
        properties.putAll(KafkaClients.settings(chain, defaults(), fixed(chain, combiner)));
        return properties;
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_AT_ONCE);
        settings.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS_AT_ONCE);
        for (String consumer : List.of(consumer(""), StreamsConfig.restoreConsumerPrefix(""))) {
            settings.put(consumer + ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
            settings.put(consumer + ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        }
        settings.put(StreamsConfig.STATESTORE_UNCOMMITTED_MAX_BYTES_CONFIG, UNCOMMITTED_BYTES);
        settings.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        settings.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        // The end of the transaction sends what waits: one request for all its records, instead of one for each of
        // them.
        settings.put(producer(ProducerConfig.LINGER_MS_CONFIG), 1_000);
        settings.put(producer(ProducerConfig.BATCH_SIZE_CONFIG), PARTITION_FETCH_BYTES);
        settings.put(producer(ProducerConfig.BUFFER_MEMORY_CONFIG), 16 * MIB);
        settings.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Limits.QUARANTINE_RECORD_BYTES);
        return settings;
    }

    private static Map<String, Object> fixed(ChainConfiguration chain, CombinerConfiguration combiner) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, Topics.of(chain).combinerGroup());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                combiner.commitInterval().toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, combiner.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, combiner.standbyReplicas());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, combiner.stateDirectory().toString());
        // A process that is killed, or that stood still for so long that others took its place, finds its stores as of
        // the last transaction that ended. Without it they hold writes that were rolled back, and are thrown away.
        settings.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.PARTITIONS, chain.topicPartitions());
        // Every change goes to the changelog in its own transaction; a cache would only hold it back. But that of
        // the books, one entry a task, writes them once a transaction instead of at every change.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, BOOKS_CACHE_BYTES);
        // There is no global table; else a warning at each start asks for it.
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        settings.put(WINDOWS_KEPT_LONGER, Changelogs.KEPT_LONGER.toMillis());
        settings.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "none");
        settings.put(producer(ProducerConfig.ACKS_CONFIG), "all");
        chain.instanceId().ifPresent(id -> settings.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
        return settings;
    }

    private static String consumer(String key) {
        return StreamsConfig.mainConsumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }
}
