package org.emotionstream.events.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {
    @Test
    void theFirstIsSaidAtOnceAndTheOthersAreCountedUntilTheNextMinute() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        RateLimitedLog seldom = new RateLimitedLog(now::get);
        List<Long> said = new ArrayList<>();

        for (int i = 0; i < 1000; i++) {
            seldom.log(said::add);
        }
        assertThat(said).containsExactly(0L);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        seldom.log(said::add);
        seldom.log(said::add);
        assertThat(said).containsExactly(0L, 999L);
    }
}
