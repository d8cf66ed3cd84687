package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.dlib.Pixels;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.finder.FaceBox;
import org.emotionstream.landmarks.finder.FaceDetection;
import org.emotionstream.landmarks.finder.FaceFinder;
import org.emotionstream.landmarks.finder.FaceFinders;
import org.emotionstream.landmarks.finder.SearchReach;
import org.junit.jupiter.api.Test;

/** The step with another finder than dlib's, here one that is made up. */
class LearnedFinderTest {
    private static final TileSettings TILE =
            new TileSettings("landmark-crop", 100, "grey", "area-linear", 1.2, 0.3, 0.3);

    @Test
    void searchesAtTheScaleOfTheFinderAndMeasuresInDlibsFrame() throws IOException {
        MadeUp finders = new MadeUp();
        try (FaceModels models = FaceModels.open(ShapePredictor.DEBIAN_MODEL, finders)) {
            ImageToLandmarks step = new ImageToLandmarks(models, TILE, LandmarkSettings.DEFAULT);
            Decoded outcome = (Decoded) step.apply(Encoded.photograph("2008_001322.jpg"));

            assertThat(finders.searched).isEqualTo("125 x 94 at 0.3");
            assertThat(outcome.smallestFace()).isEqualTo(80);
            Face.Measured face = (Face.Measured) outcome.faces().get(0);
            // Four times the box in dlib's frame; 94 rows are 375 of the picture.
            assertThat(face.box().left()).isEqualTo(108);
            assertThat(face.box().top()).isEqualTo(Math.round(41 * 375f / 94));
            assertThat(face.box().width()).isEqualTo(72);
            assertThat(face.score()).isEqualTo(0.75f);
        }
    }

    /** Finds one face wherever it searches, and frames it two pixels further down and right. */
    private static final class MadeUp implements FaceFinders {
        private String searched = "";

        @Override
        public FaceFinder finder() {
            return new FaceFinder() {
                @Override
                public List<FaceDetection> find(Pixels pixels, double threshold) {
                    searched = pixels.width() + " x " + pixels.height() + " at " + threshold;
                    return List.of(new FaceDetection(new FaceBox(25, 39, 18, 18), 0.75, Optional.empty()));
                }

                @Override
                public void close() {
                    // It holds nothing.
                }
            };
        }

        @Override
        public SearchReach reach() {
            return new SearchReach(20, 1_000_000, 2_000, 210);
        }

        @Override
        public FaceBox inDlibsFrame(FaceDetection face) {
            return new FaceBox(
                    face.box().left() + 2,
                    face.box().top() + 2,
                    face.box().width(),
                    face.box().height());
        }
    }
}
