package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.Test;

/** The tile that landmarks frame: nearly the same for every box around a face, and the landmarks lie in it. */
class LandmarkCropTest {
    private static final List<BoxJitter> BOXES =
            List.of(new BoxJitter(1.15, 0.05, 0), new BoxJitter(0.9, 0, -0.05), new BoxJitter(1, -0.05, 0.05));

    @Test
    void showsNearlyTheSameWhateverTheBox() throws IOException {
        Face.Measured found = face("landmark-crop", BoxJitter.NONE);
        for (BoxJitter box : BOXES) {
            TileArea area = face("landmark-crop", box).area();
            assertThat(area.width() / found.area().width())
                    .as("size for %s", box)
                    .isCloseTo(1, within(0.06));
            assertThat((area.left() - found.area().left()) / found.area().width())
                    .as("place for %s", box)
                    .isCloseTo(0, within(0.05));
        }
        double boxCrop = face("face-crop", BOXES.get(0)).area().width()
                / face("face-crop", BoxJitter.NONE).area().width();
        assertThat(boxCrop).as("size of the square around the box itself").isCloseTo(1.15, within(0.02));
    }

    @Test
    void placesTheLandmarksInTheTile() throws IOException {
        Face.Measured framed = face("landmark-crop", BoxJitter.NONE);
        Face.Measured boxed = face("face-crop", BoxJitter.NONE);
        for (int point : new int[] {8, 30, 36, 45, 48, 54}) {
            assertThat(inPicture(framed, point, true))
                    .as("x of %d", point)
                    .isCloseTo(
                            inPicture(boxed, point, true),
                            within(2.5 * boxed.area().width() / 100));
            assertThat(inPicture(framed, point, false))
                    .as("y of %d", point)
                    .isCloseTo(
                            inPicture(boxed, point, false),
                            within(2.5 * boxed.area().width() / 100));
        }
    }

    private static double inPicture(Face.Measured face, int point, boolean x) {
        int pixel = x ? face.landmarks().x(point) : face.landmarks().y(point);
        double start = x ? face.area().left() : face.area().top();
        return start + (pixel + 0.5) * face.area().width() / 100;
    }

    private static Face.Measured face(String policy, BoxJitter jitter) throws IOException {
        TileSettings tile = new TileSettings(policy, 100, "grey", "area-linear", 1.2, 0, -0.5);
        ByteBuffer photograph = ByteBuffer.wrap(Encoded.photograph("Tom_Cruise_avp_2014_4.jpg"));
        return (Face.Measured)
                ((Decoded) Models.step(tile).apply(photograph, jitter)).faces().get(0);
    }
}
