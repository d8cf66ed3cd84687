package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/** Sets how long topics keep their records where a setting of ours asks for another time than they have. */
public final class TopicRetention {
    private static final Logger LOG = Logger.getLogger(TopicRetention.class);

    private final Admin admin;

    /**
     * @param admin stays the caller's to close
     */
    public TopicRetention(Admin admin) {
        this.admin = admin;
    }

    /**
     * Lets those of these topics that exist keep their records for exactly this long. One that keeps them longer and
     * may not be altered stays as it is.
     *
     * @throws TopicException when a topic keeps its records for less and may not be altered, with what to do; or when
     *     the broker does not answer
     */
    public void set(Collection<String> topics, Duration needed) {
        var existing = Kafka.await("list topics", admin.listTopics().names());
        List<String> found = topics.stream().filter(existing::contains).toList();
        Kept.of(admin, found)
                .forEach((topic, kept) -> set(topic, kept.retention().toMillis(), needed.toMillis()));
    }

    private void set(String topic, long kept, long needed) {
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
}
