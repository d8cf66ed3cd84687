package org.emotionstream.combiner.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.processor.TaskId;
import org.emotionstream.combiner.join.JoinOutcome;
import org.emotionstream.combiner.ledger.Books;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftMeasure;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.metrics.DriftMetrics;
import org.emotionstream.events.metrics.StageTimes;
import org.emotionstream.schemas.LedgerState;

/**
 * What the combiner counts. Counters begin at 0 when the process starts and run ahead of the transaction: one
 * that is aborted and done again counts twice; the topics tell what truly happened. Gauges are those of the
 * tasks that this process holds: their sum over all processes is that of the chain.
 *
 * <p>The balance does not begin at 0: the {@link Books} of a task are kept in a store, and the open images are
 * counted where they lie, so it is right after a restart, too.
 */
public final class CombinerMetrics {
    private final Map<TaskId, Task> tasks = new ConcurrentHashMap<>();
    private final Map<LedgerState, Counter> ledgerChanges = new EnumMap<>(LedgerState.class);
    private final Map<Intake.DeliveryKind, Counter> taken = new EnumMap<>(Intake.DeliveryKind.class);
    private final MeterRegistry registry;
    private final Counter complete;
    private final Counter partial;
    private final Counter joined;
    private final Counter duplicates;
    private final Counter amended;
    private final Counter otherAttempt;
    private final Counter expired;
    private final Counter duplicateImages;

    final StageTimes times;
    final AnswerTimes answerTimes;
    final DriftMetrics drift;
    final Counter quarantined;
    final Counter idConflicts;
    final Counter repeatedAttempts;

    /**
     * How one task stands.
     *
     * @param joins that wait for a network
     * @param held of these, past their deadline, waiting for what lies unread
     * @param oldestJoin when the oldest was opened, by the clock of the broker
     * @param books of images that were taken and settled
     * @param open images without an outcome
     * @param oldestImage when the oldest of these entered, by the clock of the broker
     */
    record Task(
            int joins, int held, Optional<Instant> oldestJoin, Books books, long open, Optional<Instant> oldestImage) {}

    public CombinerMetrics(MeterRegistry registry) {
        this.registry = registry;
        times = new StageTimes(registry, ServiceNames.COMBINER);
        answerTimes = new AnswerTimes(registry);
        drift = new DriftMetrics(
                registry, List.of(DriftMeasure.EMOTION, DriftMeasure.CONFIDENCE, DriftMeasure.DISAGREEMENT));
        String answers = "Answers sent";
        complete = counter("combiner.answers", answers, "outcome", "complete");
        partial = counter("combiner.answers", answers, "outcome", "partial");
        String distributions = "Distributions read, by what became of them";
        joined = counter("combiner.distributions", distributions, "outcome", "joined");
        duplicates = counter("combiner.distributions", distributions, "outcome", "duplicate");
        amended = counter("combiner.distributions", distributions, "outcome", "amended");
        otherAttempt = counter("combiner.distributions", distributions, "outcome", "other_attempt");
        expired = counter("combiner.distributions", distributions, "outcome", "expired");
        quarantined = counter("combiner.distributions", distributions, "outcome", "quarantined");
        for (Intake.DeliveryKind delivery : Intake.DeliveryKind.values()) {
            String outcome = delivery.name().toLowerCase(Locale.ROOT);
            taken.put(delivery, counter("combiner.taken", "Intake records, by delivery kind", "outcome", outcome));
        }
        String changes = "Images that came into a state of the ledger; duplicate: raw records";
        for (LedgerState state : LedgerState.values()) {
            ledgerChanges.put(state, counter("combiner.ledger.changes", changes, "state", state.name()));
        }
        duplicateImages = counter("combiner.ledger.changes", changes, "state", "duplicate");
        idConflicts = Counter.builder("combiner.id.conflicts")
                .description("Images whose id another picture has, too")
                .register(registry);
        repeatedAttempts = Counter.builder("combiner.repeated.attempts")
                .description(
                        "Images that came through the chain again before their answer, by another release or with other faces")
                .register(registry);
        gauges();
    }

    /** A release is held. */
    public void opened(StoredRelease stored) {
        drift.opened(stored);
    }

    void report(TaskId task, Task standing) {
        tasks.put(task, standing);
    }

    void forget(TaskId task) {
        tasks.remove(task);
    }

    void ledgerChange(LedgerState state) {
        ledgerChanges.get(state).increment();
    }

    void taken(Intake.DeliveryKind delivery) {
        taken.get(delivery).increment();
        if (delivery == Intake.DeliveryKind.DUPLICATE) {
            duplicateImages.increment();
        }
    }

    Counter answers(boolean isPartial) {
        return isPartial ? partial : complete;
    }

    Counter distributions(JoinOutcome outcome) {
        if (outcome instanceof JoinOutcome.Duplicate) {
            return duplicates;
        } else if (outcome instanceof JoinOutcome.OtherAttempt) {
            return otherAttempt;
        } else if (outcome instanceof JoinOutcome.Expired) {
            return expired;
        }
        return outcome instanceof JoinOutcome.Amendment ? amended : joined;
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(registry);
    }

    private void gauges() {
        sum("combiner.open.joins", "Images that wait for a network", Task::joins);
        sum("combiner.held.joins", "Images past their deadline that wait for what lies unread", Task::held);
        age("combiner.oldest.open.join.age", "How long the oldest open join has waited", Task::oldestJoin);
        sum("combiner.ledger.images", "Images without an outcome", Task::open, "state", "open");
        sum(
                "combiner.ledger.balance",
                "Images with an intake record, less those answered, rejected, expired and open; not 0: images are lost, or were"
                        + " answered without an intake record",
                task -> task.books().balance(task.open()));
        age("combiner.ledger.oldest.open.age", "How long ago the oldest open image entered", Task::oldestImage);
    }

    private void sum(String name, String description, ToDoubleFunction<Task> value, String... tags) {
        Gauge.builder(name, tasks, all -> all.values().stream()
                        .mapToDouble(value)
                        .sum())
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private void age(String name, String description, Function<Task, Optional<Instant>> since) {
        Gauge.builder(name, tasks, all -> ageSeconds(all, since))
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    private static double ageSeconds(Map<TaskId, Task> tasks, Function<Task, Optional<Instant>> since) {
        return tasks.values().stream()
                .flatMap(task -> since.apply(task).stream())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1000.0)
                // The broker's clock may be ahead of ours.
                .map(age -> Math.max(0, age))
                .orElse(0.0);
    }
}
