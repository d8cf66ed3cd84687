package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {
    private final AtomicLong wall = new AtomicLong(1_000_000);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyTime time = new SteadyTime(() -> Instant.ofEpochMilli(wall.get()), nanos::get);

    @Test
    void beginsAtTheWallClockAndGoesByTheMonotonicOne() {
        assertThat(time.milliseconds()).isEqualTo(1_000_000);
        nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
        assertThat(time.milliseconds()).isEqualTo(1_001_500);
        assertThat(time.nanoseconds()).isEqualTo(nanos.get());
    }

    @Test
    void aWallClockThatIsSetChangesNothing() {
        wall.addAndGet(Duration.ofHours(1).toMillis());
        assertThat(time.milliseconds()).isEqualTo(1_000_000);
        wall.addAndGet(Duration.ofHours(-2).toMillis());
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        assertThat(time.milliseconds()).isEqualTo(1_000_200);
    }

    @Test
    void aWaitEndsWhenItsTimeHasComeByThisClock() throws InterruptedException {
        SteadyTime running =
                new SteadyTime(InstantSource.offset(InstantSource.system(), Duration.ofHours(-5)), System::nanoTime);
        Object object = new Object();
        long before = System.nanoTime();
        try {
            running.waitObject(object, () -> false, running.milliseconds() + 30);
        } catch (TimeoutException expected) {
            // That is how it says that the time has come.
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(29), Duration.ofSeconds(20));
    }
}
