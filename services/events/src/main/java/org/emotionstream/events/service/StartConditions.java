package org.emotionstream.events.service;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

/**
 * Waits until the broker answers, the topics exist, and the group knows where to begin. Kafka Streams, started before,
 * would give up.
 */
public final class StartConditions {
    private static final Logger LOG = Logger.getLogger(StartConditions.class);
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    // Topics come first and start offsets right after; when none come, who reads says it, and stops.
    private static final Duration PATIENCE_FOR_OFFSETS = Duration.ofSeconds(30);

    private final String service;
    private final ChainConfiguration configuration;
    private final TopicCheck check;
    private final Consumer<String> waiting;
    private final CountDownLatch stop;
    private String said = "";
    private long topicsSeen;

    /**
     * @param service that waits
     * @param admin stays the caller's to close
     * @param waiting receives what is waited for
     * @param stop ends the waiting
     */
    public StartConditions(
            String service,
            ChainConfiguration configuration,
            Admin admin,
            Consumer<String> waiting,
            CountDownLatch stop) {
        this.service = service;
        this.configuration = configuration;
        this.check = new TopicCheck(admin);
        this.waiting = waiting;
        this.stop = stop;
    }

    /**
     * Whether they are met: false when told to stop before.
     *
     * @param group that reads
     * @param inputs topics that the group reads
     * @param others topics that the service needs beside these and those of the horizon
     * @param topicsFit throws {@link TopicException} when the topics, which exist, are no ground to start on
     * @throws TopicException when they are none, or when the broker refuses to say
     */
    public boolean await(String group, Collection<String> inputs, Collection<String> others, Runnable topicsFit)
            throws InterruptedException {
        while (stop.getCount() > 0) {
            String obstacle = look(group, inputs, others, topicsFit);
            if (obstacle.isEmpty()) {
                return true;
            }
            waiting.accept(obstacle);
            if (!obstacle.equals(said)) {
                LOG.warnf("%s waits: %s", service, obstacle);
                said = obstacle;
            }
            stop.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private String look(String group, Collection<String> inputs, Collection<String> others, Runnable topicsFit) {
        try {
            List<String> missing = check.missing(Stream.of(inputs, others, Horizon.topics(Topics.of(configuration)))
                    .flatMap(Collection::stream)
                    .distinct()
                    .toList());
            if (!missing.isEmpty()) {
                return "topics that do not exist: " + missing + ": run ./emotionstream topics";
            }
            topicsFit.run();
            topicsSeen = topicsSeen == 0 ? System.nanoTime() : topicsSeen;
            List<TopicPartition> noOffset = check.withoutOffset(group, inputs);
            boolean patient = System.nanoTime() - topicsSeen < PATIENCE_FOR_OFFSETS.toNanos();
            return noOffset.isEmpty() || !patient
                    ? ""
                    : "group " + group + " has no start offset for " + noOffset + ": run ./emotionstream topics";
        } catch (TopicException e) {
            if (e.getCause() instanceof RetriableException
                    || e.getCause() instanceof java.util.concurrent.TimeoutException) {
                return BrokerWait.obstacle(configuration);
            }
            throw e;
        }
    }
}
