package org.emotionstream.cli.erase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.Retention;

/** Asks the brokers how long they keep what. */
final class RetentionSettings {
    private static final String CHECK = "log.retention.check.interval.ms";
    private static final Duration USUAL_CHECK = Duration.ofMinutes(5);

    private final Admin admin;
    private final Duration check;

    RetentionSettings(Admin admin) {
        this.admin = admin;
        this.check = slowestCheck();
    }

    /**
     * How long a record of this topic is on the disk after it was written, at the most: a record leaves with the
     * youngest one of its segment, when the brokers next look for what is over, and its file a while later.
     *
     * @throws CommandException when it keeps it for ever
     */
    Duration longest(String topic) {
        Config config = describe(new ConfigResource(ConfigResource.Type.TOPIC, topic));
        Retention retention = Retention.of(topic, config);
        if (retention.time().isNegative()) {
            throw new CommandException(
                    ExitCodes.INCOMPLETE, "topic " + topic + " has no retention.ms: it keeps its records for ever");
        }
        return retention
                .total()
                .plus(check)
                .plus(duration(config, TopicConfig.FILE_DELETE_DELAY_MS_CONFIG).orElse(Duration.ZERO));
    }

    private Duration slowestCheck() {
        return Kafka.await("list the brokers", admin.describeCluster().nodes()).stream()
                .map(node -> describe(new ConfigResource(ConfigResource.Type.BROKER, node.idString())))
                .map(config -> duration(config, CHECK).orElse(USUAL_CHECK))
                .max(Duration::compareTo)
                .orElse(USUAL_CHECK);
    }

    private Config describe(ConfigResource resource) {
        return Kafka.await(
                        "ask for the settings of " + resource.name(),
                        admin.describeConfigs(List.of(resource)).all())
                .get(resource);
    }

    private static Optional<Duration> duration(Config config, String name) {
        return Optional.ofNullable(config.get(name))
                .map(ConfigEntry::value)
                .map(Long::valueOf)
                .map(Duration::ofMillis);
    }
}
