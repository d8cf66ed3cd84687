package org.emotionstream.combiner;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.combiner.topology.AdminBranchEnds;
import org.emotionstream.combiner.topology.CombinerMetrics;
import org.emotionstream.combiner.topology.CombinerParts;
import org.emotionstream.combiner.topology.CombinerTopology;
import org.emotionstream.combiner.topology.CommitPace;
import org.emotionstream.combiner.topology.GatheringClients;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.broker.BrokerWait;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Horizon;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.metrics.BrokerGauges;
import org.emotionstream.events.metrics.GroupGauges;
import org.emotionstream.events.releases.ReleaseRoll;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.service.Service;
import org.emotionstream.events.service.StartConditions;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.tracing.TracingSettings;
import org.emotionstream.events.wire.Schemas;
import org.jboss.logging.Logger;

/**
 * The combiner without its container: waits for the topics, joins until it is closed, and tells when it
 * cannot go on.
 */
public final class CombinerStreams implements Service {
    private static final Logger LOG = Logger.getLogger(CombinerStreams.class);
    // A launcher gives its services some 12 seconds; with a broker at hand half a second is enough.
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
    private static final Duration CLOSE_ADMIN_WITHIN = Duration.ofSeconds(1);

    private final CombinerHealth health = new CombinerHealth();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean failed = new AtomicBoolean();
    private final ChainConfiguration chain;
    private final CombinerConfiguration combiner;
    private final CombinerMetrics metrics;
    private final MeterRegistry registry;
    private final Consumer<Throwable> onFailure;
    private final InstantSource wallClock;
    private Optional<Admin> admin = Optional.empty();
    private final Thread starter = new Thread(this::run, "combiner-start");
    private final Schemas schemas;
    private final Tracing tracing;
    private Optional<KafkaStreams> streams = Optional.empty();
    private Optional<BrokerGauges> gauges = Optional.empty();
    private volatile Releasing releasing = Releasing.FIXED;

    /**
     * @param onFailure told once, when the combiner cannot go on and has to be closed; on a thread that must
     *     not close it itself
     */
    public CombinerStreams(
            ChainConfiguration chain,
            CombinerConfiguration combiner,
            MeterRegistry registry,
            Consumer<Throwable> onFailure) {
        this(chain, combiner, registry, onFailure, InstantSource.system());
    }

    /** @param wallClock which may be wrong, and be set while we run */
    CombinerStreams(
            ChainConfiguration chain,
            CombinerConfiguration combiner,
            MeterRegistry registry,
            Consumer<Throwable> onFailure,
            InstantSource wallClock) {
        this.chain = chain;
        this.combiner = combiner;
        this.metrics = new CombinerMetrics(registry);
        this.registry = registry;
        this.onFailure = onFailure;
        this.wallClock = wallClock;
        this.schemas = Schemas.of(chain);
        this.tracing = Tracing.of(ServiceNames.COMBINER, TracingSettings.read());
    }

    @Override
    public String name() {
        return ServiceNames.COMBINER;
    }

    @Override
    public CombinerStreams start() {
        // An error too, such as a native library that does not load, ends the service.
        starter.setUncaughtExceptionHandler((thread, error) -> fail(error));
        starter.start();
        return this;
    }

    @Override
    public CombinerHealth health() {
        return health;
    }

    @Override
    public Map<String, String> readiness() {
        return releasing.readiness();
    }

    /** The tasks that this instance keeps copies of for others. */
    synchronized int standbyTasks() {
        return streams.stream()
                .flatMap(running -> running.metadataForLocalThreads().stream())
                .mapToInt(thread -> thread.standbyTasks().size())
                .sum();
    }

    @Override
    public void close() {
        stop.countDown();
        awaitStarter();
        synchronized (this) {
            streams.ifPresent(running -> {
                if (!running.close(CLOSE_WITHIN)) {
                    LOG.errorf("Kafka Streams did not stop within %s; its transaction will be aborted", CLOSE_WITHIN);
                }
            });
        }
        gauges.ifPresent(BrokerGauges::close);
        releasing.close();
        schemas.close();
        tracing.close();
        synchronized (this) {
            admin.ifPresent(open -> open.close(CLOSE_ADMIN_WITHIN));
        }
    }

    private void awaitStarter() {
        try {
            starter.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            // Closing goes on, only sooner.
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            ReleasedSteps<DistributionsToEmotion> heads = heads();
            Topics topics = Topics.of(chain);
            if (!new BrokerWait(ServiceNames.COMBINER, chain, health::waitingFor, stop).await()) {
                return;
            }
            Admin admin = admin();
            StartConditions conditions =
                    new StartConditions(ServiceNames.COMBINER, chain, admin, health::waitingFor, stop);
            List<String> outputs = List.of(
                    topics.emotionsFinal(), topics.emotionsAmended(), topics.imagesLedger(), topics.quarantine());
            AtomicInteger partitions = new AtomicInteger();
            if (conditions.await(
                    topics.combinerGroup(),
                    topics.inputsOfCombiner(),
                    outputs,
                    () -> partitions.set(checkedPartitions(admin, topics)))) {
                new Changelogs(admin, topics.combinerGroup()).check(partitions.get());
                releasing.begin(health::waitingFor, () -> stop.getCount() == 0);
                join(new CombinerParts(
                        topics,
                        schemas,
                        partitions.get(),
                        combiner.deadline(),
                        chain.horizon(),
                        new DistributionsToImageEmotions(heads),
                        new AdminBranchEnds(admin, topics),
                        metrics,
                        tracing,
                        wallClock));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** How many partitions the inputs have, once they and what the topics keep are checked. */
    private int checkedPartitions(Admin asking, Topics topics) {
        new Horizon(asking, topics).check(chain.horizon(), combiner.deadline());
        new Changelogs(asking, topics.combinerGroup()).fit(chain.horizon());
        return new TopicCheck(asking).samePartitions(topics.inputsOfCombiner());
    }

    /** One for all that asks about the group; made once a broker answers. */
    private synchronized Admin admin() {
        if (admin.isEmpty()) {
            admin = Optional.of(KafkaClients.admin(chain));
        }
        return admin.get();
    }

    // The release that is to serve is read now, so that one that is not whole is said before a picture comes.
    private ReleasedSteps<DistributionsToEmotion> heads() {
        ReleasedSteps<DistributionsToEmotion> heads = new ReleasedSteps<>(new Releases(chain.releases()), stored -> {
            DistributionsToEmotion head = DistributionsToEmotion.of(stored);
            metrics.opened(stored);
            return head;
        });
        releasing = ReleaseRoll.following(chain, ServiceNames.COMBINER, heads, registry);
        return heads;
    }

    private synchronized void join(CombinerParts parts) {
        if (stop.getCount() == 0) {
            return;
        }
        RocksDbLibrary.load(combiner.stateDirectory());
        new StateFolder(combiner.stateDirectory(), parts.topics().combinerGroup()).deleteTasksWithOtherSegments();
        Supplier<CommitPace> pace = CommitPace.ofEachThread();
        KafkaStreams running = new KafkaStreams(
                CombinerTopology.of(parts, pace),
                StreamsSettings.of(chain, combiner),
                new GatheringClients(pace),
                new SteadyTime(wallClock, System::nanoTime));
        running.setUncaughtExceptionHandler(e -> {
            fail(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        running.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR) {
                fail(new IllegalStateException("Kafka Streams has stopped: its threads have died"));
            }
        });
        streams = Optional.of(running);
        running.start();
        health.started(running);
        Topics topics = parts.topics();
        String group = topics.combinerGroup();
        gauges = Optional.of(new BrokerGauges(
                ServiceNames.COMBINER,
                List.of(
                        new GroupGauges(admin(), ServiceNames.COMBINER, group, topics.inputsOfCombiner(), registry),
                        new TransactionGauges(admin(), group, registry))));
    }

    private void fail(Throwable cause) {
        if (failed.compareAndSet(false, true)) {
            LOG.error("the combiner cannot go on", cause);
            health.failed(String.valueOf(cause.getMessage()));
            onFailure.accept(cause);
        }
    }
}
