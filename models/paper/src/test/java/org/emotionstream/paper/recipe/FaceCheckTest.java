package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;
import org.emotionstream.landmarks.TileArea;
import org.emotionstream.training.recipe.MadeUpLandmarks;
import org.junit.jupiter.api.Test;

class FaceCheckTest {
    private static final Landmarks LANDMARKS = MadeUpLandmarks.of(1, 1).get(0);
    private static final Tile COLOUR = DistortionTest.noise(3, 1);

    @Test
    void takesExactlyOneFace() {
        assertThat(FaceCheck.of(new Decoded(100, 100, List.of(face(COLOUR, LANDMARKS)), 0, 80)))
                .isEqualTo(new FaceCheck.Single(COLOUR, LANDMARKS));
    }

    @Test
    void keepsOnePlaneWhenAllThreeAreTheSame() {
        Tile grey = DistortionTest.noise(1, 2);
        byte[] three = new byte[Planes.BYTES];
        Planes.copy(grey, three, 0);

        assertThat(FaceCheck.of(new Decoded(100, 100, List.of(face(Tile.owning(three), LANDMARKS)), 0, 80)))
                .isEqualTo(new FaceCheck.Single(grey, LANDMARKS));
    }

    @Test
    void leavesOutPicturesWithNoneOrMoreOrOneThatCannotBeMeasured() {
        Face face = face(COLOUR, LANDMARKS);
        Face onePoint = face(COLOUR, Landmarks.of(new int[2 * Landmarks.COUNT]));

        assertThat(FaceCheck.of(new Decoded(100, 100, List.of(), 0, 80))).isEqualTo(new FaceCheck.LeftOut("no face"));
        assertThat(FaceCheck.of(new Decoded(100, 100, List.of(face), 1, 80)))
                .as("one more, of which the step tells only the number")
                .isEqualTo(new FaceCheck.LeftOut("several faces"));
        assertThat(FaceCheck.of(new Decoded(100, 100, List.of(onePoint), 0, 80)))
                .isEqualTo(new FaceCheck.LeftOut("unmeasurable"));
        assertThat(FaceCheck.of(new Rejected(RejectionReason.TRUNCATED, "")))
                .isEqualTo(new FaceCheck.LeftOut("rejected, " + RejectionReason.TRUNCATED.label()));
    }

    private static Face face(Tile tile, Landmarks landmarks) {
        return new Face.Measured(new BoundingBox(10, 10, 80, 80), 1, new TileArea(0, 0, 100, 100), tile, landmarks);
    }
}
