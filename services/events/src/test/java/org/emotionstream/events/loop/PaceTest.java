package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When results leave together. */
class PaceTest {
    private static final long NOW = Long.MAX_VALUE - 1_000; // the clock may wrap round

    private final Pace pace = new Pace(NOW);

    @Test
    void aResultAfterAPauseWaitsForNothingWhateverIsAtWork() {
        assertThat(pace.isDue(NOW, 0)).isTrue();
        assertThat(pace.isDue(NOW, 1_000)).isTrue();
    }

    @Test
    void resultsThatFollowEachOtherGatherForAShortWhile() {
        pace.sent(NOW);

        assertThat(pace.isDue(NOW + Pace.LEAST.toNanos() - 1, 0)).isFalse();
        assertThat(pace.isDue(NOW + Pace.LEAST.toNanos(), 0)).isTrue();
    }

    @Test
    void theMoreIsAtWorkTheLongerTheyGatherAndNeverLongerThanTheMost() {
        pace.sent(NOW);

        assertThat(pace.due(10) - pace.due(4)).isPositive();
        assertThat(pace.due(1_000) - pace.due(10)).isPositive();
        assertThat(pace.due(1_000)).isEqualTo(NOW + Pace.MOST.toNanos());
    }
}
