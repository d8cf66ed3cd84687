package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1));

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToThirtySeconds() {
        Stream<Long> waits = Stream.generate(() -> backoff.after(Duration.ZERO).toSeconds());

        assertThat(waits.limit(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aProcessThatRanForAMinuteBeginsFromTheStart() {
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);

        assertThat(backoff.after(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
    }
}
