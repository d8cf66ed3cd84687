package org.emotionstream.events.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that every service of the chain and the command line share. Each can be given as a system
 * property ({@code emotionstream.topic-prefix}) or in the environment ({@code EMOTIONSTREAM_TOPIC_PREFIX}).
 */
@ConfigMapping(prefix = "emotionstream")
public interface ChainConfiguration {
    /** The default of {@link #horizon()}, as ISO 8601 writes it. */
    String USUAL_HORIZON = "PT30H";

    /** Where the brokers are: {@code host:port}, several with commas. */
    @WithDefault("localhost:9092")
    String bootstrapServers();

    /** Stands before every topic and group; see {@link Topics}. */
    Optional<String> topicPrefix();

    /**
     * Which generation of the inner topics and groups, for example {@code g2.}; see {@link Topics}. It changes when
     * these topics get another number of partitions.
     */
    Optional<String> generation();

    /** Partitions of a topic that does not exist yet; the same for all, because messages are joined by partition. */
    @WithDefault("4")
    int topicPartitions();

    /** Copies of a topic that does not exist yet; -1: as the brokers say. */
    @WithDefault("1")
    short topicReplication();

    /**
     * Within this long after a picture entered, it is answered once; what is older is not answered any more, but
     * counted as expired. At least the sum of what the topics on the way keep, and the deadline of the combiner.
     */
    @WithDefault(USUAL_HORIZON)
    Duration horizon();

    /**
     * Names this instance among those of its group, the same after a restart ({@code group.instance.id}): one
     * that is killed and restarted at once keeps its partitions. Without it the group waits for the session
     * timeout.
     */
    Optional<String> instanceId();

    /** The folder of all releases, with the file {@code DEFAULT}. */
    @WithDefault("models/releases")
    Path releases();

    /**
     * A file that names the release that serves, instead of {@code DEFAULT} in the folder of the releases; read anew
     * at each {@link #releaseCheck}. For whoever cannot write into that folder, such as an image that is not changed.
     */
    Optional<Path> defaultReleaseFile();

    /** Named for the whole chain instead of the file {@code DEFAULT}, for example for a shadow chain; the same for all services. */
    Optional<String> release();

    /** How often each service looks which release is named, and whether it is whole by now. */
    @WithDefault("PT2S")
    Duration releaseCheck();

    /**
     * Passed to every Kafka client, for example {@code emotionstream.kafka."security.protocol"} ({@code
     * EMOTIONSTREAM_KAFKA__SECURITY_PROTOCOL_}). What the promises of the chain rest on cannot be changed here.
     */
    Map<String, String> kafka();

    /**
     * A file of properties that are passed to every Kafka client, before {@link #kafka}: where passwords belong.
     * Kafka's providers ({@code config.providers}) work in it.
     */
    Optional<Path> clientConfig();

    /**
     * A schema registry with Confluent's REST interface, for example {@code
     * http://registry:8080/apis/ccompat/v7}; also from the environment variable {@code SCHEMA_REGISTRY_URL}. With
     * it, messages are written in Confluent's layout; both layouts are read with or without.
     */
    @WithDefault("${SCHEMA_REGISTRY_URL:}")
    Optional<String> schemaRegistryUrl();

    /**
     * How long a schema that nobody has published yet, and a registry or a topic of schemas that does not answer,
     * are waited for before the service stops.
     */
    @WithDefault("PT1M")
    Duration schemaPatience();

    /**
     * How long a step may be at work on one record. Beyond, the process ends, to be started again; the default leaves ten
     * seconds of two minutes for that. Never less than one and a half times {@link #schemaPatience}.
     */
    @WithDefault("PT110S")
    Duration stepLimit();

    /** Stop gracefully when standard input ends, because whoever started this process is gone. */
    @WithDefault("false")
    boolean stopWithParent();
}
