package org.emotionstream.combiner;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Horizon;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;
import org.jboss.logging.Logger;

/**
 * Waits until the broker answers, the topics exist, and the group knows where to begin. Kafka Streams,
 * started before, would give up.
 */
final class StartConditions {
    private static final Logger LOG = Logger.getLogger(StartConditions.class);
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    // Topics come first and start offsets right after; when none come, Streams says it, and stops.
    private static final Duration PATIENCE_FOR_OFFSETS = Duration.ofSeconds(30);

    private final TopicCheck check;
    private final Topics topics;
    private final Runnable horizonCheck;
    private final Supplier<String> noAnswer;
    private final CombinerHealth health;
    private final CountDownLatch stop;
    private String said = "";
    private long topicsSeen;
    private int partitions;

    /**
     * @param horizonCheck throws when the topics, which exist, keep records longer than the horizon covers, or the
     *     changelogs shorter
     * @param noAnswer what is waited for when the broker does not answer
     * @param stop ends the waiting
     */
    StartConditions(
            Admin admin,
            Topics topics,
            Runnable horizonCheck,
            Supplier<String> noAnswer,
            CombinerHealth health,
            CountDownLatch stop) {
        this.check = new TopicCheck(admin);
        this.topics = topics;
        this.horizonCheck = horizonCheck;
        this.noAnswer = noAnswer;
        this.health = health;
        this.stop = stop;
    }

    /**
     * The number of partitions of each of the topics that are joined; empty when told to stop before.
     *
     * @throws IllegalStateException when they are not equal, naming all
     * @throws TopicException when the broker refuses to say, or what it says is no ground to start on
     */
    OptionalInt await() throws InterruptedException {
        while (stop.getCount() > 0) {
            String obstacle = look();
            if (obstacle.isEmpty()) {
                return OptionalInt.of(partitions);
            }
            health.waitingFor(obstacle);
            if (!obstacle.equals(said)) {
                LOG.warnf("the combiner waits: %s", obstacle);
                said = obstacle;
            }
            stop.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
        return OptionalInt.empty();
    }

    private String look() {
        try {
            List<String> missing = check.missing(needed());
            if (!missing.isEmpty()) {
                return "topics that do not exist: " + missing + ": run ./emotionstream topics";
            }
            horizonCheck.run();
            topicsSeen = topicsSeen == 0 ? System.nanoTime() : topicsSeen;
            partitions = samePartitions();
            boolean patient = System.nanoTime() - topicsSeen < PATIENCE_FOR_OFFSETS.toNanos();
            List<TopicPartition> noOffset = topics.inputsOfCombiner().stream()
                    .flatMap(topic -> check.withoutOffset(topics.combinerGroup(), topic).stream())
                    .toList();
            return noOffset.isEmpty() || !patient
                    ? ""
                    : "group " + topics.combinerGroup() + " has no start offset for " + noOffset
                            + ": run ./emotionstream topics";
        } catch (TopicException e) {
            if (e.getCause() instanceof RetriableException
                    || e.getCause() instanceof java.util.concurrent.TimeoutException) {
                return noAnswer.get();
            }
            throw e;
        }
    }

    private Set<String> needed() {
        Set<String> needed = new LinkedHashSet<>(topics.inputsOfCombiner());
        needed.addAll(Horizon.topics(topics));
        needed.addAll(
                List.of(topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesLedger(), topics.quarantine()));
        return needed;
    }

    private int samePartitions() {
        Map<String, Integer> found = check.partitions(topics.inputsOfCombiner());
        if (found.values().stream().distinct().count() > 1) {
            throw new IllegalStateException("the topics that are joined by partition need the same number of"
                    + " partitions, they have " + found + ": images would never be complete");
        }
        return found.values().iterator().next();
    }
}
