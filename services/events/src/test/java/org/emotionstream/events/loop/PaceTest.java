package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When results leave together. */
class PaceTest {
    private static final long NOW = Long.MAX_VALUE - 1_000; // the clock may wrap round

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Pace pace = new Pace(BETWEEN, NOW);

    @Test
    void aLoneResultAfterAPauseWaitsForNothing() {
        pace.resultThere(true, NOW);

        assertThat(pace.isDue(NOW, 0)).isTrue();
    }

    @Test
    void withoutAResultNothingIsDue() {
        assertThat(pace.isDue(NOW, 0)).isFalse();
    }

    @Test
    void resultsThatFollowEachOtherGather() {
        pace.sent(NOW);
        pace.resultThere(true, NOW + 1);

        assertThat(pace.isDue(NOW + BETWEEN.toNanos() - 1, 0)).isFalse();
        assertThat(pace.isDue(NOW + BETWEEN.toNanos(), 0)).isTrue();
    }

    @Test
    void resultsWaitForWhatIsAtWorkTheLongerTheMoreThatIs() {
        pace.resultThere(true, NOW);

        assertThat(pace.isDue(NOW, 1)).isFalse();
        assertThat(pace.due(10) - pace.due(4)).isPositive();
        assertThat(pace.due(1_000) - pace.due(10)).isPositive();
        assertThat(pace.due(1_000)).isEqualTo(NOW + Pace.LONGEST_WAIT.toNanos());
    }

    @Test
    void theTimeOfWaitingBeginsWithTheFirstResult() {
        pace.resultThere(true, NOW);
        pace.resultThere(true, NOW + Pace.LONGEST_WAIT.toNanos() - 1);

        assertThat(pace.isDue(NOW + Pace.LONGEST_WAIT.toNanos(), 1_000)).isTrue();
    }
}
