package org.emotionstream.combiner.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What the combiner counts. Counters run ahead of the transaction: one that is aborted and done again
 * counts twice; the topics tell what truly happened.
 */
public final class CombinerMetrics {
    private final Map<TaskId, OpenJoinsOfTask> tasks = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    final Counter complete;
    final Counter partial;
    final Counter joined;
    final Counter duplicates;
    final Counter late;
    final Counter quarantined;
    final Counter idConflicts;
    final Counter repeatedAttempts;

    /**
     * What one task waits for.
     *
     * @param open joins that wait for a network
     * @param held of these, past their deadline, waiting for what lies unread
     * @param oldest when the oldest was opened, by the clock of the broker
     */
    record OpenJoinsOfTask(int open, int held, Optional<Instant> oldest) {}

    public CombinerMetrics(MeterRegistry registry) {
        this.registry = registry;
        String answers = "Answers sent";
        complete = counter("combiner.answers", answers, "complete");
        partial = counter("combiner.answers", answers, "partial");
        String distributions = "Distributions read, by what became of them";
        joined = counter("combiner.distributions", distributions, "joined");
        duplicates = counter("combiner.distributions", distributions, "duplicate");
        late = counter("combiner.distributions", distributions, "late");
        quarantined = counter("combiner.distributions", distributions, "quarantined");
        idConflicts = Counter.builder("combiner.id.conflicts")
                .description("Images whose id another picture has, too")
                .register(registry);
        repeatedAttempts = Counter.builder("combiner.repeated.attempts")
                .description(
                        "Images that came through the chain again before their answer, by another release or with other faces")
                .register(registry);
        gauges();
    }

    void report(TaskId task, OpenJoinsOfTask joins) {
        tasks.put(task, joins);
    }

    void forget(TaskId task) {
        tasks.remove(task);
    }

    private Counter counter(String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tag("outcome", outcome)
                .register(registry);
    }

    private void gauges() {
        Gauge.builder("combiner.open.joins", tasks, all -> all.values().stream()
                        .mapToInt(OpenJoinsOfTask::open)
                        .sum())
                .description("Images that wait for a network")
                .register(registry);
        Gauge.builder("combiner.held.joins", tasks, all -> all.values().stream()
                        .mapToInt(OpenJoinsOfTask::held)
                        .sum())
                .description("Images past their deadline that wait for what lies unread")
                .register(registry);
        Gauge.builder("combiner.oldest.open.join.age", tasks, CombinerMetrics::oldestAgeSeconds)
                .description("How long the oldest open join has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double oldestAgeSeconds(Map<TaskId, OpenJoinsOfTask> tasks) {
        return tasks.values().stream()
                .flatMap(task -> task.oldest().stream())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1000.0)
                // The broker's clock may be ahead of ours.
                .map(age -> Math.max(0, age))
                .orElse(0.0);
    }
}
