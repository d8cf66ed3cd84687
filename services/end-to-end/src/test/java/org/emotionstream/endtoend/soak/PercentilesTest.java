package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.emotionstream.events.wire.ImageIdentity;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private static final long SECOND = 1_000_000_000;

    private final Map<ImageIdentity, Long> sent = new HashMap<>();
    private final Map<ImageIdentity, Long> answered = new HashMap<>();

    @Test
    void picturesOfTheTimeBetweenAreCounted() {
        answered(1, 2 * SECOND, 300);
        answered(2, 3 * SECOND, 100);
        answered(3, 3 * SECOND, 200);
        answered(4, 4 * SECOND, 400);
        Percentiles between = Percentiles.between(3 * SECOND, 4 * SECOND, sent, answered);
        assertThat(between.count()).isEqualTo(2);
        assertThat(between.millis(50)).isEqualTo(100);
        assertThat(between.millis(99)).isEqualTo(200);
    }

    @Test
    void picturesWithoutAnAnswerAndAnswersOfOthersAreNotCounted() {
        answered(1, SECOND, 100);
        sent.put(identity(2), SECOND);
        answered.put(identity(3), SECOND);
        assertThat(Percentiles.between(0, 2 * SECOND, sent, answered).count()).isEqualTo(1);
    }

    @Test
    void noPictureHasNoPercentile() {
        assertThat(Percentiles.between(0, SECOND, sent, answered).millis(50)).isNaN();
    }

    private void answered(int number, long at, long millis) {
        answered.put(identity(number), at);
        sent.put(identity(number), at - millis * 1_000_000);
    }

    private static ImageIdentity identity(int number) {
        return new ImageIdentity("picture-" + number, "00");
    }
}
