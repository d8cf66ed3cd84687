package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.emotionstream.events.broker.BrokerWait;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Horizon;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;
import org.jboss.logging.Logger;

/** Waits until the broker answers, the topics exist, and the group knows where to begin; checks the horizon. */
final class StartConditions {
    private static final Logger LOG = Logger.getLogger(StartConditions.class);
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    // Topics come first and start offsets right after; when none come, the consumer says it, and stops.
    private static final Duration PATIENCE_FOR_OFFSETS = Duration.ofSeconds(30);

    private final Stage stage;
    private final LoopHealth health;
    private final CountDownLatch stop;
    private String said = "";
    private long topicsSeen;

    /**
     * @param stop ends the waiting
     */
    StartConditions(Stage stage, LoopHealth health, CountDownLatch stop) {
        this.stage = stage;
        this.health = health;
        this.stop = stop;
    }

    /**
     * Whether they are met: false when told to stop before.
     *
     * @param admin stays the caller's to close
     * @throws TopicException when the topics keep records longer than the horizon covers
     */
    boolean await(ChainConfiguration configuration, Admin admin) {
        try {
            TopicCheck check = new TopicCheck(admin);
            while (stop.getCount() > 0) {
                String obstacle = look(check, admin, configuration);
                if (obstacle.isEmpty()) {
                    return true;
                }
                say(obstacle);
                stop.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private String look(TopicCheck check, Admin admin, ChainConfiguration configuration) {
        try {
            Topics topics = Topics.of(configuration);
            List<String> missing = check.missing(
                    Stream.of(List.of(stage.input(), stage.quarantine()), stage.outputs(), Horizon.topics(topics))
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
            if (!missing.isEmpty()) {
                return "topics that do not exist: " + missing + ": run ./emotionstream topics";
            }
            new Horizon(admin, topics).check(configuration.horizon(), Duration.ZERO);
            topicsSeen = topicsSeen == 0 ? System.nanoTime() : topicsSeen;
            List<TopicPartition> noOffset = check.withoutOffset(stage.group(), stage.input());
            boolean patient = System.nanoTime() - topicsSeen < PATIENCE_FOR_OFFSETS.toNanos();
            return noOffset.isEmpty() || !patient
                    ? ""
                    : "group " + stage.group() + " has no start offset for " + noOffset
                            + ": run ./emotionstream topics";
        } catch (TopicException e) {
            if (e.getCause() instanceof RetriableException
                    || e.getCause() instanceof java.util.concurrent.TimeoutException) {
                return BrokerWait.obstacle(configuration);
            }
            throw e;
        }
    }

    private void say(String obstacle) {
        health.waitingFor(obstacle);
        if (!obstacle.equals(said)) {
            LOG.warnf("%s waits: %s", stage.name(), obstacle);
            said = obstacle;
        }
    }
}
