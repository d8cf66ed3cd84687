package org.emotionstream.landmarker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.logging.RateLimitedLog;
import org.emotionstream.events.loop.Place;
import org.jboss.logging.Logger;

/** What is counted, and now and then logged, of capture times that cannot be used. Safe for use by many threads. */
final class CaptureTimes {
    private static final Logger LOG = Logger.getLogger(CaptureTimes.class);

    /** Why a time is left out. */
    enum Problem {
        /** The header {@code ce_time} is no RFC 3339. */
        FORMAT("its header ce_time is no RFC 3339, as in 2026-11-29T07:00:00Z, of the years 0001 to 9999"),
        /** {@code RawImage.capturedAt} is beyond the years 1 to 9999. */
        YEAR("its RawImage.capturedAt is not in the years 1 to 9999: is it in milliseconds since 1970?");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Map<Problem, Counter> counters = new EnumMap<>(Problem.class);
    private final RateLimitedLog warning = new RateLimitedLog();

    CaptureTimes(MeterRegistry registry) {
        for (Problem problem : Problem.values()) {
            counters.put(
                    problem,
                    Counter.builder("emotionstream.capture.times.left.out")
                            .description("Pictures that are answered without their capture time, which cannot be used")
                            .tag("reason", problem.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** The time of this record is left out. */
    void leftOut(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        counters.get(problem).increment();
        warning.log(suppressed -> LOG.warnf(
                "the picture of %s is answered without its capture time: %s%s",
                Place.of(record),
                problem.words,
                suppressed == 0 ? "" : "; " + suppressed + " more since the last such line"));
    }
}
