package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The values that travel: what goes in comes out, in the documented layout, and cannot be changed from outside. */
class ValuesTest {
    @Test
    void landmarksArePackedAsBigEndianPairs() {
        int[] coordinates = IntStream.range(0, 136).map(i -> i * 7 - 300).toArray();
        Landmarks landmarks = Landmarks.of(coordinates);
        coordinates[0] = 99;

        assertThat(landmarks.x(0)).isEqualTo(-300);
        assertThat(landmarks.y(67)).isEqualTo(135 * 7 - 300);
        assertThat(landmarks.toBytes()).hasSize(272).startsWith(0xFE, 0xD4, 0xFE, 0xDB);
        assertThat(Landmarks.ofBytes(ByteBuffer.wrap(landmarks.toBytes()))).isEqualTo(landmarks);
        assertThatThrownBy(() -> Landmarks.of(new int[10])).hasMessageContaining("here are 10");
        assertThatThrownBy(() -> Landmarks.ofBytes(ByteBuffer.allocate(10))).hasMessageContaining("272");
        assertThatThrownBy(() ->
                        Landmarks.of(IntStream.range(0, 136).map(i -> 40_000).toArray()))
                .hasMessageContaining("40000");
    }

    @Test
    void featureVectorsArePackedAsBigEndianFloats() {
        float[] components = new float[33];
        components[0] = 1;
        FeatureVector vector = FeatureVector.of(components);
        components[0] = 2;
        vector.toArray()[0] = 3;

        assertThat(vector.toArray()[0]).isEqualTo(1);
        assertThat(vector.toBytes()).hasSize(132).startsWith(0x3F, 0x80, 0, 0);
        assertThat(FeatureVector.ofBytes(ByteBuffer.wrap(vector.toBytes()))).isEqualTo(vector);
        components[5] = Float.NaN;
        assertThatThrownBy(() -> FeatureVector.of(components)).hasMessageContaining("component 5");
        assertThatThrownBy(() -> FeatureVector.of(new float[34])).hasMessageContaining("here are 34");
    }

    @Test
    void distributionsSumToOne() {
        float[] probabilities = {0.1f, 0.5f, 0.2f, 0.2f, 0, 0, 0, 0, 0};
        EmotionDistribution distribution = EmotionDistribution.of(probabilities);

        assertThat(distribution.mostProbable()).isEqualTo(Emotion.HAPPY);
        assertThat(distribution.confidence()).isEqualTo(0.5f);
        assertThat(distribution.margin()).isCloseTo(0.3f, within(1e-6f));
        assertThat(EmotionDistribution.ofBytes(ByteBuffer.wrap(distribution.toBytes())))
                .isEqualTo(distribution);
        probabilities[0] = 0.2f;
        assertThatThrownBy(() -> EmotionDistribution.of(probabilities)).hasMessageContaining("sum to 1.1");
        probabilities[0] = -0.9f;
        assertThatThrownBy(() -> EmotionDistribution.of(probabilities)).hasMessageContaining("no probabilities");
        probabilities[0] = Float.NaN;
        assertThatThrownBy(() -> EmotionDistribution.of(probabilities)).hasMessageContaining("no probabilities");
        assertThatThrownBy(() -> EmotionDistribution.of(new float[8])).hasMessageContaining("here are 8");
    }

    @Test
    void ofEqualProbabilitiesTheFirstClassWins() {
        float[] probabilities = {0, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0};
        assertThat(EmotionDistribution.of(probabilities).mostProbable()).isEqualTo(Emotion.HAPPY);
    }

    @Test
    void totalVariationIsTheShareOfProbabilityThatMoves() {
        EmotionDistribution happy = EmotionDistribution.certain(Emotion.HAPPY);
        EmotionDistribution between = EmotionDistribution.of(new float[] {0, 0.75f, 0.25f, 0, 0, 0, 0, 0, 0});

        assertThat(happy.totalVariation(between)).isEqualTo(0.25);
        assertThat(between.totalVariation(happy)).isEqualTo(0.25);
        assertThat(happy.totalVariation(EmotionDistribution.certain(Emotion.SAD)))
                .isEqualTo(1);
        assertThat(happy.totalVariation(happy)).isZero();
    }

    @Test
    void tilesHaveOneOrThreePlanes() {
        byte[] pixels = new byte[Tile.PLANE_BYTES];
        Tile copy = Tile.copyOf(ByteBuffer.wrap(pixels));
        pixels[0] = 1;

        assertThat(copy.pixels().get(0)).isZero();
        assertThat(copy.channels()).isEqualTo(1);
        assertThat(Tile.owning(new byte[30_000]).channels()).isEqualTo(3);
        assertThat(copy).isEqualTo(Tile.owning(new byte[10_000])).isNotEqualTo(Tile.owning(pixels));
        assertThatThrownBy(() -> Tile.owning(new byte[20_000])).hasMessageContaining("here are 20000");
    }

    @Test
    void boxesOverlapByIntersectionOverUnion() {
        BoundingBox box = new BoundingBox(0, 0, 10, 10);
        assertThat(box.overlap(box)).isEqualTo(1);
        assertThat(box.overlap(new BoundingBox(5, 0, 10, 10))).isCloseTo(50.0 / 150, within(1e-12));
        assertThat(box.overlap(new BoundingBox(10, 0, 10, 10))).isZero();
        assertThat(new BoundingBox(0, 0, 10, 20).longerSide()).isEqualTo(20);
        assertThat(new BoundingBox(0, 0, 20, 10).longerSide()).isEqualTo(20);
        assertThatThrownBy(() -> new BoundingBox(0, 0, 0, 5)).hasMessageContaining("0 x 5");
    }

    @Test
    void emotionsAreFoundByTheirLabel() {
        assertThat(Emotion.ofLabel("no-face")).isEqualTo(Emotion.NO_FACE);
        assertThat(Emotion.values()).hasSize(Emotion.COUNT);
        assertThatThrownBy(() -> Emotion.ofLabel("bored"))
                .hasMessageContaining("bored")
                .hasMessageContaining("neutral");
    }
}
