package org.emotionstream.training.principalcomponents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.training.recipe.MadeUpLandmarks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrincipalComponentsFitterTest {
    private static final List<Landmarks> FACES = MadeUpLandmarks.of(300, 5);
    private static PrincipalComponents components;

    @BeforeAll
    static void fit() {
        components = PrincipalComponentsFitter.fit(FACES);
    }

    @Test
    void theComponentsHaveMeanZeroVarianceOneAndNothingInCommon() {
        List<float[]> rows = new ArrayList<>();
        for (Landmarks face : FACES) {
            rows.add(components
                    .projection()
                    .project((RawFeatures) FeatureMeasurer.measure(face))
                    .toArray());
        }
        for (int i = 0; i < 33; i++) {
            assertThat(product(rows, i, -1)).as("mean of component " + i).isCloseTo(0, within(1e-5));
            for (int j = 0; j <= i; j++) {
                assertThat(product(rows, i, j)).as(i + " with " + j).isCloseTo(i == j ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void tellsHowMuchOfTheVarianceTheyKeep() {
        assertThat(components.explainedVariance()).isBetween(0.3, 1.0);
    }

    @Test
    void tellsHowManyKeepAShareOfIt() {
        int count = components.countKeeping(0.95);

        double fewer = components.shares().stream()
                .limit(count - 1)
                .mapToDouble(share -> share)
                .sum();
        assertThat(fewer).isLessThan(0.95);
        assertThat(fewer + components.shares().get(count - 1)).isGreaterThanOrEqualTo(0.95);
        assertThat(components.shares().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void canLeaveTheComponentsAsTheyAreProjected() {
        PrincipalComponents unscaled = PrincipalComponentsFitter.fit(FACES, ComponentScale.AS_PROJECTED);
        RawFeatures face = (RawFeatures) FeatureMeasurer.measure(FACES.get(7));
        float[] projected = unscaled.projection().project(face).toArray();
        float[] ofVarianceOne = components.projection().project(face).toArray();

        for (int i = 0; i < 33; i++) {
            // The sum of all variances is the number of features: each standardised feature has variance 1.
            double deviation = Math.sqrt(2249 * unscaled.shares().get(i));
            assertThat(projected[i]).isCloseTo((float) (ofVarianceOne[i] * deviation), within(1e-2f));
        }
    }

    @Test
    void needsMoreFacesThanComponents() {
        assertThatThrownBy(() -> PrincipalComponentsFitter.fit(FACES.subList(0, 33)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("33");
    }

    /** Mean of the products of two columns; of one column alone when the second is negative. */
    private static double product(List<float[]> rows, int first, int second) {
        double sum = 0;
        for (float[] row : rows) {
            sum += row[first] * (second < 0 ? 1 : row[second]);
        }
        return sum / rows.size();
    }
}
