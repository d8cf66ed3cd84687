package org.emotionstream.events.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.emotionstream.events.broker.BrokerWait;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Horizon;
import org.emotionstream.events.metrics.BrokerGauges;
import org.emotionstream.events.metrics.GroupGauges;
import org.emotionstream.events.service.StartConditions;
import org.jboss.logging.Logger;

/**
 * Consumes, applies the step, produces, commits, until it is stopped; see the package.
 *
 * <p>Memory: what is in hand is bounded by {@link Room}, one response of each broker is fetched ahead, and half of the
 * producer's 32 MiB at most is under way.
 */
public final class ConsumeStepProduceLoop {
    private static final Logger LOG = Logger.getLogger(ConsumeStepProduceLoop.class);
    private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(8);
    private static final Duration TO_CLOSE = Duration.ofSeconds(2);
    // A thread that has nothing to do ends the round earlier.
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(1);

    private final ChainConfiguration configuration;
    private final Channel channel;
    private final LoopHealth health;
    private final LoopMetrics metrics;
    private final MeterRegistry registry;
    private final Duration heldBackFor;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Workers workers;
    private volatile long stoppedAt;

    /**
     * @param channel stays the caller's to close, after {@link #run()} has returned
     */
    public ConsumeStepProduceLoop(
            ChainConfiguration configuration, Channel channel, LoopHealth health, MeterRegistry registry) {
        this(configuration, channel, health, registry, LoopClients.PATIENCE);
    }

    /**
     * @param heldBackFor how long a partition is held back whose next batch cannot be read
     */
    ConsumeStepProduceLoop(
            ChainConfiguration configuration,
            Channel channel,
            LoopHealth health,
            MeterRegistry registry,
            Duration heldBackFor) {
        this.configuration = configuration;
        this.channel = channel;
        this.health = health;
        this.registry = registry;
        this.heldBackFor = heldBackFor;
        this.metrics = new LoopMetrics(registry, channel.stage().name());
    }

    /**
     * Runs in the thread of the caller until it is stopped.
     *
     * @throws LoopException when it cannot go on: a step broke, records are lost, results cannot be produced
     * @throws RuntimeException for what the Kafka clients do not recover from, such as refused credentials
     */
    public void run() {
        Stage stage = channel.stage();
        try {
            if (!new BrokerWait(stage.name(), configuration, health::waitingFor, stop).await()) {
                return;
            }
            // One for all that asks about the group, from the first question to the last gauge.
            Admin admin = KafkaClients.admin(configuration);
            try {
                if (awaitTopics(stage, admin)) {
                    run(stage, admin);
                }
            } finally {
                admin.close(TO_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitTopics(Stage stage, Admin admin) throws InterruptedException {
        Horizon horizon = new Horizon(admin, Topics.of(configuration));
        return new StartConditions(stage.name(), configuration, admin, health::waitingFor, stop)
                .await(
                        stage.group(),
                        List.of(stage.input()),
                        Stream.concat(stage.outputs().stream(), Stream.of(stage.quarantine()))
                                .toList(),
                        () -> horizon.check(configuration.horizon(), Duration.ZERO));
    }

    private void run(Stage stage, Admin admin) {
        channel.begin(health::waitingFor, this::stopping);
        var group = new GroupGauges(admin, stage.name(), stage.group(), List.of(stage.input()), registry);
        // Closed in the opposite order: when the clients are closed, no step is at work.
        try (var gauges = new BrokerGauges(stage.name(), List.of(group));
                var clients = LoopClients.open(configuration, stage, TO_CLOSE)) {
            Polls polls = new Polls(clients.consumer());
            try (var threads = new Workers(channel, metrics, polls::stepEnded)) {
                workers = threads;
                awaitOutputs(clients.producer(), stage);
                LOG.infof("%s runs: %s to %s", stage.name(), stage.input(), stage.outputs());
                serve(
                        clients,
                        polls,
                        new InHand(
                                stage,
                                Room.of(stage),
                                threads::begin,
                                new Delivery(clients.producer()),
                                System::nanoTime));
            }
        }
    }

    /** Tells {@link #run()} to return once it has finished and committed what it has begun. */
    public void stop() {
        stoppedAt = System.nanoTime();
        stop.countDown();
        Workers running = workers;
        if (running != null) {
            running.stop();
        }
    }

    /** While the brokers are there: sending to a topic that the producer does not know blocks the loop when they are not. */
    private void awaitOutputs(Producer<byte[], byte[]> producer, Stage stage) {
        for (String topic : Stream.concat(stage.outputs().stream(), Stream.of(stage.quarantine()))
                .toList()) {
            boolean known = false;
            while (!known && !stopping()) {
                try {
                    known = !producer.partitionsFor(topic).isEmpty();
                } catch (TimeoutException e) {
                    health.waitingFor("the brokers do not say where the partitions of " + topic + " are");
                }
            }
        }
    }

    private void serve(LoopClients.Clients clients, Polls polls, InHand hand) {
        Stage stage = channel.stage();
        HeldBack heldBack = new HeldBack(stage.name(), metrics, heldBackFor, System::nanoTime);
        TakenOffsets taken = new TakenOffsets();
        Membership member = new Membership(clients.consumer(), stage, hand, heldBack, taken, metrics);
        Fetches fetches = new Fetches(clients.consumer(), polls, stage.group(), hand, heldBack, taken);
        BrokerContact contact =
                new BrokerContact(clients.consumer(), health, () -> Stream.of(heldBack.words(), workers.words())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")));
        while (!stopping() || !hand.isEmpty() && !isGivenUp(hand)) {
            boolean last = stopping();
            polls.pause(hand.gathersFor());
            // In this order: a step that ends in between is seen by one of the two.
            polls.endForAnyResult(!hand.isResultThere());
            Duration round = hand.untilDue(LONGEST_ROUND);
            if (last) {
                fetches.none(round);
            } else {
                fetches.next(round);
            }
            contact.report();
            hand.deliver(last);
            if (hand.isCommitDue(last)) {
                member.commit();
                channel.afterCommit();
            }
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private boolean isGivenUp(InHand hand) {
        if (System.nanoTime() - stoppedAt < PATIENCE_WHEN_STOPPED.toNanos()) {
            return false;
        }
        if (!hand.isDone()) {
            throw new LoopException(
                    "told to stop, but what had begun was not answered and taken by the brokers within "
                            + PATIENCE_WHEN_STOPPED.toSeconds() + " s; it is done again",
                    null);
        }
        LOG.warnf("stops without committing %s, it is done again", hand.answeredOffsets());
        return true;
    }
}
