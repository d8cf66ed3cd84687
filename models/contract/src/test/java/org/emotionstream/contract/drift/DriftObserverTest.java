package org.emotionstream.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.CombinedEmotion.Verdict;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Tile;
import org.junit.jupiter.api.Test;

class DriftObserverTest {
    private final DriftCounts counts = new DriftCounts();

    @Test
    void aNumberLiesInTheFirstBucketWhoseBoundItDoesNotPass() {
        assertThat(DriftMeasure.FACE_SIDE.buckets()).startsWith("40", "60").endsWith("800", "+Inf");
        assertThat(DriftMeasure.CONFIDENCE.buckets()).startsWith("0.4", "0.5").endsWith("0.99", "+Inf");
        assertThat(DriftMeasure.FACE_SIDE.bucketOf(0)).isZero();
        assertThat(DriftMeasure.FACE_SIDE.bucketOf(40)).isZero();
        assertThat(DriftMeasure.FACE_SIDE.bucketOf(40.5)).isEqualTo(1);
        assertThat(DriftMeasure.FACE_SIDE.bucketOf(801)).isEqualTo(9);
        assertThat(DriftMeasure.CONFIDENCE.bucketOf(1)).isEqualTo(8);
    }

    @Test
    void brightnessIsTheMeanOfUnsignedPixelsAndTheSideTheLongerOne() {
        byte[] pixels = new byte[Tile.PLANE_BYTES];
        Arrays.fill(pixels, 0, pixels.length / 2, (byte) 250);

        counts.found(Tile.owning(pixels), new BoundingBox(-3, 5, 99, 101));

        assertThat(only("brightness")).isEqualTo("140");
        assertThat(only("face_side")).isEqualTo("130");
    }

    @Test
    void disagreementCountsTheNetworksWithAnotherBestClassThanTheAnswer() {
        CombinedEmotion answer = new CombinedEmotion(EmotionDistribution.certain(Emotion.HAPPY), Verdict.EMOTION);
        counts.answered(answer, networks(Emotion.HAPPY, Emotion.SAD, Emotion.HAPPY, Emotion.FEAR));

        assertThat(only("emotion")).isEqualTo("happy");
        assertThat(only("disagreement")).isEqualTo("2");
        assertThat(only("confidence")).isEqualTo("+Inf");
    }

    @Test
    void withoutOneOfTheFourThereIsNoDisagreement() {
        CombinedEmotion answer = new CombinedEmotion(EmotionDistribution.certain(Emotion.NO_FACE), Verdict.NOT_A_FACE);
        counts.answered(answer, networks(Emotion.HAPPY, Emotion.SAD, Emotion.HAPPY));

        assertThat(only("emotion")).isEqualTo("not_a_face");
        assertThat(counts.byMeasure()).doesNotContainKey("disagreement");
    }

    @Test
    void aFaceWithoutProbabilitiesIsAnEmotionBucketOfItsOwn() {
        counts.unmeasurable();
        counts.failed();
        counts.failed();

        assertThat(counts.byMeasure()).containsOnlyKeys("emotion");
        assertThat(counts.byMeasure().get("emotion"))
                .containsEntry("unmeasurable", 1L)
                .containsEntry("failed", 2L)
                .containsEntry("happy", 0L)
                .hasSize(12);
    }

    private static List<EmotionDistribution> networks(Emotion... best) {
        return Arrays.stream(best).map(EmotionDistribution::certain).toList();
    }

    private String only(String measure) {
        Map<String, Long> buckets = counts.byMeasure().get(measure);
        assertThat(buckets.values().stream().mapToLong(count -> count).sum()).isEqualTo(1);
        return buckets.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
