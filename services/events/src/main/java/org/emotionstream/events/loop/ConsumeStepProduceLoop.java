package org.emotionstream.events.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.broker.BrokerWait;
import org.emotionstream.events.metrics.BrokerGauges;
import org.emotionstream.events.metrics.GroupGauges;
import org.jboss.logging.Logger;

/**
 * Consumes, applies the step, produces, commits, until it is stopped; see the package.
 *
 * <p>Memory: a batch is bounded by {@link Stage#batchRecords()} and by what the consumer holds, about 1 MiB
 * or one record for each partition; half of the producer's 32 MiB at most is under way.
 */
public final class ConsumeStepProduceLoop {
    private static final Logger LOG = Logger.getLogger(ConsumeStepProduceLoop.class);
    private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(8);
    private static final Duration TO_CLOSE = Duration.ofSeconds(2);

    private final ChainConfiguration configuration;
    private final Channel channel;
    private final LoopHealth health;
    private final LoopMetrics metrics;
    private final MeterRegistry registry;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Workers workers;
    private volatile long stoppedAt;

    /**
     * @param channel stays the caller's to close, after {@link #run()} has returned
     */
    public ConsumeStepProduceLoop(
            ChainConfiguration configuration, Channel channel, LoopHealth health, MeterRegistry registry) {
        this.configuration = configuration;
        this.channel = channel;
        this.health = health;
        this.registry = registry;
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
        if (!awaitBroker(stage)) {
            return;
        }
        // One for all that asks about the group, from the first question to the last gauge.
        Admin admin = KafkaClients.admin(configuration);
        try {
            if (new StartConditions(stage, health, stop).await(configuration, admin)) {
                run(stage, admin);
            }
        } finally {
            admin.close(TO_CLOSE);
        }
    }

    private boolean awaitBroker(Stage stage) {
        try {
            return new BrokerWait(stage.name(), configuration, health::waitingFor, stop).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Stage stage, Admin admin) {
        channel.begin(health::waitingFor, this::stopping);
        KafkaProducer<byte[], byte[]> producer = LoopClients.producer(configuration, stage);
        var group = new GroupGauges(admin, stage.name(), stage.group(), List.of(stage.input()), registry);
        try (var gauges = new BrokerGauges(stage.name(), List.of(group));
                var consumer = new GroupConsumer(LoopClients.consumer(configuration, stage), stage, health);
                var threads = new Workers(channel, metrics)) {
            workers = threads;
            LOG.infof("%s runs: %s to %s", stage.name(), stage.input(), stage.outputs());
            serve(consumer, producer, threads);
        } finally {
            // What is still under way here is not committed: no use in waiting for a broker that is away.
            producer.close(TO_CLOSE);
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

    private void serve(GroupConsumer consumer, KafkaProducer<byte[], byte[]> producer, Workers threads) {
        Patience patience = new Patience(() -> {
            consumer.keepAlive();
            giveUpWhenStopped();
        });
        BatchWork work = new BatchWork(channel.stage(), threads, patience, metrics);
        while (!stopping()) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll();
            if (!records.isEmpty()) {
                Delivery delivery = new Delivery(producer, patience);
                consumer.begin(delivery);
                int answered = work.answer(records, delivery);
                consumer.end(this::impatient);
                metrics.committed(answered);
                channel.betweenBatches();
            }
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private boolean impatient() {
        return stopping() && System.nanoTime() - stoppedAt > PATIENCE_WHEN_STOPPED.toNanos();
    }

    private void giveUpWhenStopped() {
        if (impatient()) {
            throw new LoopException(
                    "told to stop, but what had begun was not answered and taken by the brokers within "
                            + PATIENCE_WHEN_STOPPED.toSeconds() + " s; it is done again",
                    null);
        }
    }
}
