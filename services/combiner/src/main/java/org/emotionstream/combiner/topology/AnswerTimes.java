package org.emotionstream.combiner.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.emotionstream.events.metrics.StageTimes;

/** How long an answer took, from the picture to the answer. */
final class AnswerTimes {
    private static final Duration[] BOUNDS = StageTimes.millis(
            50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 1_800_000, 21_600_000);

    private final Timer complete;
    private final Timer partial;

    AnswerTimes(MeterRegistry registry) {
        complete = timer(registry, "complete");
        partial = timer(registry, "partial");
    }

    /**
     * The first answer for a picture is sent.
     *
     * @param enteredAt when the broker took the picture, by its clock, in milliseconds
     * @param now by our wall clock, or later where a record of the broker has told so, in milliseconds
     */
    void answered(boolean isPartial, long enteredAt, long now) {
        (isPartial ? partial : complete).record(Duration.ofMillis(Math.max(0, now - enteredAt)));
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("combiner.end.to.end")
                .description("From when the broker took the picture (its clock) until its first answer is sent (the"
                        + " combiner's wall clock, or the broker's where that is known to be ahead)")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
