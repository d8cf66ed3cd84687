package org.emotionstream.events.inspection;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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
        Map<String, Retention> kept = Retention.of(admin, topics(topics));
        kept.values().forEach(Horizon::requireAnEnd);
        Retention raw = kept.get(topics.imagesRaw());
        Retention longest = topics.emotionsOfModels().stream()
                .map(kept::get)
                .max(Comparator.comparing(Retention::total))
                .orElseThrow();
        List<Retention> onTheWay =
                List.of(raw, kept.get(topics.imagesLandmarks()), kept.get(topics.imagesFeatures()), longest);
        Duration least = onTheWay.stream().map(Retention::total).reduce(deadline, Duration::plus);
        if (least.compareTo(horizon) > 0) {
            throw new TopicException(SETTING + " is " + horizon + " and must be at least " + least
                    + ", or a picture that waits on the way could expire unanswered. It is the sum of what the topics on the way keep ("
                    + onTheWay.stream().map(Retention::toString).collect(Collectors.joining(", "))
                    + (deadline.isZero() ? ")" : ") and combiner.deadline " + deadline)
                    + ": raise " + SETTING + " for every service, or alter these topics");
        }
        kept.get(topics.imagesRejected()).requireNotLongerThan(raw);
    }

    private static void requireAnEnd(Retention kept) {
        if (kept.time().isNegative() || !kept.policy().contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
            throw new TopicException(kept.topic() + " keeps its records for ever (retention.ms="
                    + kept.time().toMillis() + ", cleanup.policy=" + kept.policy() + "), which no " + SETTING
                    + " covers: give it a retention.ms and cleanup.policy=delete");
        }
    }
}
