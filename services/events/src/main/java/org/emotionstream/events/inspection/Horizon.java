package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Topics;

/**
 * Whether {@link ChainConfiguration#horizon()} covers what the topics on a picture's way really keep, by the
 * settings that are in force on the broker. A record may lie on its topic as long as that keeps it; if the horizon
 * were over before, its picture would expire, although all of it is there. It would not be answered twice: the combiner
 * goes by when the picture entered, whatever the brokers keep, and remembers it as long from its answer on.
 */
public final class Horizon {
    private static final String SETTING = "emotionstream.horizon";

    private final Admin admin;
    private final Topics topics;

    /**
     * @param admin stays the caller's to close
     */
    public Horizon(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** The topics whose settings are looked at: all of them must exist. */
    public static List<String> topics(Topics topics) {
        return Stream.concat(
                        Stream.of(
                                topics.imagesRaw(),
                                topics.imagesRejected(),
                                topics.imagesLandmarks(),
                                topics.imagesFeatures()),
                        topics.emotionsOfModels().stream())
                .toList();
    }

    /**
     * Refuses a horizon that is shorter than what the topics keep and the deadline together, and rejected
     * pictures that are kept longer than raw ones.
     *
     * @param horizon the setting
     * @param deadline how long the combiner waits after that; zero for services that do not know it
     * @throws TopicException when it is so, with the share of each topic and what to do; or when the broker
     *     refuses to say or does not answer
     */
    public void check(Duration horizon, Duration deadline) {
        Map<String, Share> kept = kept(topics(topics));
        Share raw = kept.get(topics.imagesRaw());
        Share longest = topics.emotionsOfModels().stream()
                .map(kept::get)
                .max(Comparator.comparing(Share::total))
                .orElseThrow();
        List<Share> onTheWay =
                List.of(raw, kept.get(topics.imagesLandmarks()), kept.get(topics.imagesFeatures()), longest);
        Duration least = onTheWay.stream().map(Share::total).reduce(deadline, Duration::plus);
        if (least.compareTo(horizon) > 0) {
            throw new TopicException(SETTING + " is " + horizon + " and must be at least " + least
                    + ", or a picture that waits on the way could expire unanswered. It is the sum of what the topics on the way keep ("
                    + onTheWay.stream().map(Share::toString).collect(Collectors.joining(", "))
                    + (deadline.isZero() ? ")" : ") and combiner.deadline " + deadline)
                    + ": raise " + SETTING + " for every service, or alter these topics");
        }
        Share rejected = kept.get(topics.imagesRejected());
        if (rejected.total().compareTo(raw.total()) > 0) {
            throw new TopicException("rejected pictures are kept longer than raw ones: " + rejected + ", " + raw
                    + ": alter " + rejected.topic() + ", pictures are of people");
        }
    }

    private Map<String, Share> kept(Collection<String> names) {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return Kafka.awaitKnown("ask how long topics keep records", () -> admin.describeConfigs(resources)
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        topic -> topic.getKey().name(),
                        topic -> Share.of(topic.getKey().name(), topic.getValue())));
    }

    /** How long one topic keeps a record: a segment is deleted when its last record is old enough. */
    private record Share(String topic, Duration retention, Duration segment) {
        static Share of(String topic, Config config) {
            long retention = number(config, TopicConfig.RETENTION_MS_CONFIG);
            String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
            if (retention < 0 || !policy.contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
                throw new TopicException(topic + " keeps its records for ever (retention.ms=" + retention
                        + ", cleanup.policy=" + policy + "), which no " + SETTING
                        + " covers: give it a retention.ms and cleanup.policy=delete");
            }
            return new Share(
                    topic,
                    Duration.ofMillis(retention),
                    Duration.ofMillis(number(config, TopicConfig.SEGMENT_MS_CONFIG)));
        }

        private static long number(Config config, String key) {
            return Long.parseLong(config.get(key).value());
        }

        Duration total() {
            return retention.plus(segment);
        }

        @Override
        public String toString() {
            return topic + " " + total() + " = retention.ms " + retention + " + segment.ms " + segment;
        }
    }
}
