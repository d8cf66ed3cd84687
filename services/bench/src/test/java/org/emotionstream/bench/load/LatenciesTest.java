package org.emotionstream.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Percentage THREE_DIGITS = Percentage.withPercentage(0.1);

    @Test
    void aPercentileIsATimeThatSoManyDoNotExceed() {
        Latencies latencies = new Latencies();
        IntStream.rangeClosed(1, 200)
                .forEach(millis -> latencies.add(Duration.ofMillis(millis).toNanos()));

        assertThat(latencies.count()).isEqualTo(200);
        assertThat(latencies.millis(50)).isCloseTo(100, THREE_DIGITS);
        assertThat(latencies.millis(99)).isCloseTo(198, THREE_DIGITS);
        assertThat(latencies.millis(100)).isCloseTo(200, THREE_DIGITS);
    }

    @Test
    void aSingleTimeIsEveryPercentile() {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(42).toNanos());

        assertThat(latencies.millis(50)).isCloseTo(42, THREE_DIGITS);
        assertThat(latencies.millis(99)).isCloseTo(42, THREE_DIGITS);
    }

    @Test
    void noTimesHaveNoPercentile() {
        assertThatThrownBy(() -> new Latencies().millis(50)).hasMessageContaining("no picture was answered");
    }
}
