package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
    /** 18 samples: ten neutral, one of each other class; a mean of two. */
    private static final List<Sample> SAMPLES = samples();

    @Test
    void aRareClassWeighsMore() {
        float[] weights = ClassWeights.of(SAMPLES, 0.5);

        assertThat(weights[Emotion.NEUTRAL.ordinal()]).isCloseTo((float) Math.sqrt(0.2), within(1e-6f));
        assertThat(weights[Emotion.DISGUST.ordinal()]).isCloseTo((float) Math.sqrt(2), within(1e-6f));
    }

    @Test
    void thePowerZeroWeighsAllAlike() {
        assertThat(ClassWeights.of(SAMPLES, 0)).containsOnly(1f);
    }

    @Test
    void anAbsentClassWeighsOne() {
        assertThat(ClassWeights.of(SAMPLES.subList(0, 3), 0.5)[Emotion.NO_FACE.ordinal()])
                .isEqualTo(1f);
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(MadeUpFaces.of(9, 1));
        for (int i = 0; i < 9; i++) {
            samples.add(samples.get(0));
        }
        return samples;
    }
}
