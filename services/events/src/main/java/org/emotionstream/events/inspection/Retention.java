package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * How long a topic keeps a record, by the settings that are in force on the broker: only whole segments are deleted, each
 * when its last record is old enough.
 *
 * @param time {@code retention.ms}; negative for ever
 * @param segment {@code segment.ms}: how much younger the last record of a segment can be than its first one
 * @param policy {@code cleanup.policy}
 */
public record Retention(String topic, Duration time, Duration segment, String policy) {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    /** The retention of a topic that has these settings. */
    public static Retention of(String topic, Config config) {
        return new Retention(
                topic,
                duration(config, TopicConfig.RETENTION_MS_CONFIG),
                duration(config, TopicConfig.SEGMENT_MS_CONFIG),
                config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value());
    }

    /**
     * The retention of each of these topics, which exist, by topic.
     *
     * @param admin stays the caller's to close
     * @throws TopicException when the broker refuses or does not answer
     */
    static Map<String, Retention> of(Admin admin, Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Retention> retentions = new HashMap<>();
        Kafka.awaitKnown("ask how long topics keep records", () -> admin.describeConfigs(resources)
                        .all())
                .forEach((topic, config) -> retentions.put(topic.name(), of(topic.name(), config)));
        return retentions;
    }

    /**
     * Lets those of these topics that exist keep their records for exactly this long. One that keeps them longer and
     * may not be altered stays as it is.
     *
     * @param admin stays the caller's to close
     * @throws TopicException when a topic keeps its records for less and may not be altered, with what to do; or when
     *     the broker does not answer
     */
    public static void set(Admin admin, Collection<String> topics, Duration needed) {
        var existing = Kafka.await("list topics", admin.listTopics().names());
        List<String> found = topics.stream().filter(existing::contains).toList();
        of(admin, found)
                .forEach(
                        (topic, retention) -> set(admin, topic, retention.time().toMillis(), needed.toMillis()));
    }

    private static void set(Admin admin, String topic, long kept, long needed) {
        if (kept == needed) {
            return;
        }
        boolean isEnough = kept < 0 || kept > needed;
        var change = new AlterConfigOp(
                new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(needed)), AlterConfigOp.OpType.SET);
        try {
            Kafka.await(
                    "alter topic " + topic,
                    admin.incrementalAlterConfigs(
                                    Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                            .all());
            LOG.infof("topic %s kept its records for %d ms, and keeps them for %d ms now", topic, kept, needed);
        } catch (TopicException e) {
            if (e.getCause() instanceof RetriableException) {
                throw e;
            }
            if (!isEnough) {
                throw new TopicException(
                        "topic " + topic + " keeps its records for " + kept + " ms, emotionstream.horizon needs "
                                + needed + " ms, and this user may not alter it (" + e.getMessage() + "): set its "
                                + TopicConfig.RETENTION_MS_CONFIG + " to " + needed + ", or give the user the right to"
                                + " with ./emotionstream access apply",
                        e.getCause());
            }
            LOG.warnf(
                    "topic %s keeps its records for %d ms, longer than the %d ms that emotionstream.horizon needs, and"
                            + " this user may not alter it: it takes more room than it must",
                    topic, kept, needed);
        }
    }

    private static Duration duration(Config config, String key) {
        return Duration.ofMillis(Long.parseLong(config.get(key).value()));
    }

    /** The longest that a record can lie there; very long where the topic never deletes for its age. */
    public Duration total() {
        return time.isNegative() ? FOR_EVER : time.plus(segment);
    }

    /**
     * Refuses rejected pictures that can lie longer than raw ones: they are of people too.
     *
     * @param raw what the topic of raw pictures keeps
     * @throws TopicException when it is so, with the share of both and what to do
     */
    public void requireNotLongerThan(Retention raw) {
        if (total().compareTo(raw.total()) > 0) {
            throw new TopicException("rejected pictures are kept longer than raw ones: " + this + ", " + raw
                    + ": alter " + topic + ", pictures are of people");
        }
    }

    @Override
    public String toString() {
        return time.isNegative()
                ? topic + " for ever"
                : topic + " " + total() + " = retention.ms " + time + " + segment.ms " + segment;
    }
}
