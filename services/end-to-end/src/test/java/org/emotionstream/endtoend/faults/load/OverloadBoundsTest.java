package org.emotionstream.endtoend.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverloadBoundsTest {
    private static final double PER_SECOND = 40;
    private static final double SINGLE_MILLIS = 100;

    private final OverloadBounds bounds = new OverloadBounds(
            PER_SECOND, SINGLE_MILLIS, Map.of("broker-1", 200L, "cnn-worker-model-3", 120L, "landmarker", 250L));

    @Test
    void whatStaysWithinTheBoundsIsNoComplaint() {
        bounds.memory().note(Map.of("broker-1", 328L, "cnn-worker-model-3", 152L, "landmarker", 362L));
        bounds.lag().note(Map.of("landmarker", 24_000L, "featurizer", 400L));
        assertThat(bounds.complaints(180)).isEmpty();
    }

    @Test
    void memoryBeyondTheMarginOfItsProgramIsNamed() {
        bounds.memory().note(Map.of("broker-1", 329L, "cnn-worker-model-3", 153L, "landmarker", 363L));
        assertThat(bounds.complaints(SINGLE_MILLIS))
                .containsExactlyInAnyOrder(
                        "broker-1 held 329 MB, where at most 328 MB were expected",
                        "cnn-worker-model-3 held 153 MB, where at most 152 MB were expected",
                        "landmarker held 363 MB, where at most 362 MB were expected");
    }

    @Test
    void singlePicturesThatStaySlowAreNamed() {
        assertThat(bounds.isQuick(180)).isTrue();
        assertThat(bounds.isQuick(181)).isFalse();
        assertThat(bounds.complaints(181)).singleElement().asString().contains("181 ms", "100 ms before");
    }

    @Test
    void aChainThatKeepsUpOrAClientThatDoesNotIsNoOverload() {
        Duration duration = Duration.ofSeconds(20);
        assertThat(bounds.complaintOfSent(1_600, 800, duration)).isEmpty();
        assertThat(bounds.complaintOfSent(1_600, 399, duration)).isPresent();
        assertThat(bounds.complaintOfSent(1_199, 800, duration)).isPresent();
    }
}
