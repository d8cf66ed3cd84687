package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long a topic keeps a record, by the settings that are in force on the broker: only whole segments are deleted, each
 * when its last record is old enough.
 *
 * @param retention {@code retention.ms}; negative for ever
 * @param segment {@code segment.ms}: how much younger the last record of a segment can be than its first one
 * @param policy {@code cleanup.policy}
 */
public record Kept(String topic, Duration retention, Duration segment, String policy) {
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    /** What these settings of the topic say. */
    public static Kept of(String topic, Config config) {
        return new Kept(
                topic,
                duration(config, TopicConfig.RETENTION_MS_CONFIG),
                duration(config, TopicConfig.SEGMENT_MS_CONFIG),
                config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value());
    }

    /**
     * What the settings of these topics, which exist, say; by topic.
     *
     * @param admin stays the caller's to close
     * @throws TopicException when the broker refuses to say or does not answer
     */
    static Map<String, Kept> of(Admin admin, Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Kept> kept = new HashMap<>();
        Kafka.awaitKnown("ask how long topics keep records", () -> admin.describeConfigs(resources)
                        .all())
                .forEach((topic, config) -> kept.put(topic.name(), of(topic.name(), config)));
        return kept;
    }

    private static Duration duration(Config config, String key) {
        return Duration.ofMillis(Long.parseLong(config.get(key).value()));
    }

    /** The longest that a record can lie there; very long where the topic never deletes for its age. */
    public Duration total() {
        return retention.isNegative() ? FOR_EVER : retention.plus(segment);
    }

    /**
     * Refuses rejected pictures that can lie longer than raw ones: they are of people too.
     *
     * @param raw what the topic of raw pictures keeps
     * @throws TopicException when it is so, with the share of both and what to do
     */
    public void requireNotLongerThan(Kept raw) {
        if (total().compareTo(raw.total()) > 0) {
            throw new TopicException("rejected pictures are kept longer than raw ones: " + this + ", " + raw
                    + ": alter " + topic + ", pictures are of people");
        }
    }

    @Override
    public String toString() {
        return retention.isNegative()
                ? topic + " for ever"
                : topic + " " + total() + " = retention.ms " + retention + " + segment.ms " + segment;
    }
}
