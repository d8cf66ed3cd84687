package org.emotionstream.events.releases;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.releases.RollRound.Role;

/**
 * One service's part in the rolling of releases, on a thread of its own: reads which release is named, opens
 * it beside the one that serves, reports that on {@code internal.releases}, and follows what is pinned there. The
 * landmarker's pins.
 */
public final class ReleaseRoll implements Releasing {
    private static final Duration AT_START = Duration.ofMillis(200);
    private static final Duration TO_STOP = Duration.ofSeconds(3);

    private final ChainConfiguration chain;
    private final String client;
    private final String stage;
    private final RollRound round;
    private final ReleaseStatus status;
    private final Thread thread = new Thread(this::run, "releases");
    // Held by the thread that uses the topic before this one runs.
    private final Lock beginning = new ReentrantLock();
    private volatile Optional<ReleasesTopic> topic = Optional.empty();
    private volatile boolean stopped;

    private ReleaseRoll(
            ChainConfiguration chain,
            String stage,
            Role role,
            Supplier<String> source,
            ReleasedSteps<?> steps,
            MeterRegistry registry) {
        String instance = chain.instanceId().orElseGet(() -> UUID.randomUUID().toString());
        NamedRelease named = new NamedRelease(source, steps, chain.releaseCheck(), System::nanoTime);
        this.chain = chain;
        this.stage = stage;
        this.client = stage + "-" + instance + "-releases";
        this.status = new ReleaseStatus(stage, registry);
        this.round = new RollRound(stage, instance, role, steps, named, status);
        thread.setDaemon(true);
    }

    /**
     * The part of a service that goes by what events name; the release that is to serve is opened now, where it can be.
     *
     * @param stage one of {@link ServiceNames#ALL}
     * @throws ReleaseException when nothing names a release
     */
    public static ReleaseRoll following(
            ChainConfiguration chain, String stage, ReleasedSteps<?> steps, MeterRegistry registry) {
        return new ReleaseRoll(chain, stage, Role.FOLLOWS, named(chain), steps, registry).opened();
    }

    /**
     * The landmarker's part.
     *
     * @param fixed the release that pictures are pinned to, whatever is named; empty to go by what is named
     * @throws ReleaseException when nothing names a release, or the fixed one cannot be used
     */
    public static ReleaseRoll pinning(
            ChainConfiguration chain, Optional<String> fixed, ReleasedSteps<?> steps, MeterRegistry registry) {
        fixed.ifPresent(steps::hold);
        Role role = fixed.isPresent() ? Role.FIXED : Role.PINS;
        Supplier<String> source = fixed.<Supplier<String>>map(id -> () -> id).orElseGet(() -> named(chain));
        return new ReleaseRoll(chain, ServiceNames.LANDMARKER, role, source, steps, registry).opened();
    }

    static Supplier<String> named(ChainConfiguration chain) {
        Path file = chain.defaultReleaseFile().orElse(chain.releases().resolve(Releases.DEFAULT_FILE));
        return () -> chain.release().orElseGet(() -> Releases.idIn(file));
    }

    /** What is named may be broken, and another be pinned; but where nothing is named, a setting is wrong. */
    private ReleaseRoll opened() {
        StageReport report = round.openNamed();
        if (report.names().isEmpty()) {
            throw new ReleaseException(report.problem().orElseThrow());
        }
        return this;
    }

    /** The id of the release that pictures are pinned to; only after {@link #begin} has returned. */
    public String pinned() {
        return round.serving()
                .orElseThrow(() -> new IllegalStateException("no release is pinned yet"))
                .id();
    }

    /**
     * Reads what is pinned, and returns once there is a release to serve with.
     *
     * @throws ReleaseException when neither what is pinned nor what is named can be used
     * @throws KafkaException when the topic cannot be read or written, and waiting would not change it
     */
    @Override
    public void begin(Consumer<String> waiting, BooleanSupplier stop) {
        beginning.lock();
        try {
            readPinned(waiting, () -> stopped || stop.getAsBoolean());
        } finally {
            beginning.unlock();
        }
    }

    private void readPinned(Consumer<String> waiting, BooleanSupplier stop) {
        ReleasesTopic open = new ReleasesTopic(chain, client);
        topic = Optional.of(open);
        StartWait wait = new StartWait(stage, waiting);
        OptionalLong end = OptionalLong.empty();
        boolean read = false;
        while (!stop.getAsBoolean()) {
            try {
                end = end.isPresent() ? end : OptionalLong.of(open.end());
                round.run(open, AT_START);
                read = read || open.isReadTo(end.getAsLong());
            } catch (KafkaException e) {
                wait.failed("cannot read which release is pinned", e);
                pause(AT_START);
                continue;
            }
            if (read && round.canServe()) {
                thread.start();
                return;
            }
            Optional<String> hopeless = read ? round.hopeless() : Optional.empty();
            if (hopeless.isPresent()) {
                throw new ReleaseException(hopeless.get());
            }
            wait.waits("waiting for a release to be pinned");
        }
    }

    @Override
    public Map<String, String> readiness() {
        return status.readiness();
    }

    /** Stops, and withdraws its report; once. */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        topic.ifPresent(ReleasesTopic::wakeUp);
        try {
            thread.join(TO_STOP.toMillis());
            // Where another thread is still in begin, the topic is its own to use; this instance counts as gone later.
            if (!thread.isAlive() && beginning.tryLock(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                leaveAndUnlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leaveAndUnlock() {
        try {
            topic.ifPresent(this::leave);
        } finally {
            beginning.unlock();
        }
    }

    private void leave(ReleasesTopic open) {
        try (open) {
            round.leave(open);
        } catch (KafkaException e) {
            // Then it counts as gone a minute later.
            status.broken("cannot say on internal.releases that this instance leaves: " + e.getMessage());
        }
    }

    private void run() {
        while (!stopped) {
            try {
                round.run(topic.orElseThrow(), chain.releaseCheck());
            } catch (WakeupException e) {
                // Stopped: the loop ends.
                continue;
            } catch (RetriableException e) {
                // The broker is away, as the health of the service says: nothing rolls until it is back.
                pause(chain.releaseCheck());
            } catch (RuntimeException e) {
                status.broken("cannot follow internal.releases: " + e.getMessage());
                pause(chain.releaseCheck());
            }
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
