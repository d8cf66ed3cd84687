package org.emotionstream.events.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** How long the records of a stage wait, and how long they take: where the time of a picture goes. */
public final class StageTimes {
    private static final Duration[] STEP = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private static final Duration[] QUEUE =
            millis(10, 50, 100, 500, 1_000, 5_000, 10_000, 30_000, 60_000, 300_000, 1_800_000, 21_600_000);

    private final Timer queue;
    private final Timer step;

    /**
     * @param stage its name, for example {@code landmarker}
     */
    public StageTimes(MeterRegistry registry, String stage) {
        queue = Timer.builder("emotionstream.queue")
                .description("From when the broker took a record (its clock) until this stage began with it (the clock"
                        + " of this machine)")
                .tag("stage", stage)
                .serviceLevelObjectives(QUEUE)
                .register(registry);
        step = Timer.builder("emotionstream.step")
                .description("Time of the step for one record, without reading, waiting and sending")
                .tag("stage", stage)
                .serviceLevelObjectives(STEP)
                .register(registry);
    }

    /**
     * The step begins with a record.
     *
     * @param timestamp of the record, set by the broker, in milliseconds
     * @param now in milliseconds, by a clock that should agree with the broker's; what is less than nothing
     *     counts as nothing
     */
    public void begun(long timestamp, long now) {
        queue.record(Duration.ofMillis(Math.max(0, now - timestamp)));
    }

    /** A step has ended that began at this {@link System#nanoTime()}. */
    public void ended(long begunNanos) {
        step.record(Duration.ofNanos(System.nanoTime() - begunNanos));
    }

    /** Bounds of buckets. */
    public static Duration[] millis(long... bounds) {
        return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
