package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.repeat;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.contract.Tile;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageToLandmarksTest {
    private static final String COUPLE = "2009_004587.jpg";
    private static final String CLOSE_UP = "Tom_Cruise_avp_2014_4.jpg";

    private final ImageToLandmarks step = Models.step();

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp", ".bmp", ".jpg"})
    void everyFormatShowsTheSameFaces(String format) throws IOException {
        byte[] original = Encoded.photograph(COUPLE);
        Decoded expected = decoded(original);
        Decoded actual = decoded(Encoded.as(format, Encoded.pixels(original)));
        assertThat(expected.faces()).hasSize(2);
        assertSameFaces(actual, expected, 0.85);
    }

    @Test
    void turnsThePictureUprightByItsOrientation() throws IOException {
        byte[] upright = Encoded.photograph(COUPLE);
        Mat turned = new Mat();
        rotate(Encoded.pixels(upright), turned, ROTATE_90_COUNTERCLOCKWISE);
        byte[] lying = Encoded.withOrientation(Encoded.as(".jpg", turned), 6);
        Decoded expected = decoded(upright);
        Decoded actual = decoded(lying);
        assertThat(turned.cols()).isEqualTo(expected.height()).isNotEqualTo(expected.width());
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        assertSameFaces(actual, expected, 0.7);
    }

    private static void assertSameFaces(Decoded actual, Decoded expected, double overlap) {
        assertThat(actual.faces()).hasSameSizeAs(expected.faces());
        for (Face face : expected.faces()) {
            assertThat(actual.faces()).anySatisfy(other -> assertThat(face.box().overlap(other.box()))
                    .isGreaterThanOrEqualTo(overlap));
        }
    }

    @Test
    void readsABufferFromPositionToLimitAndKeepsIt() throws IOException {
        byte[] encoded = Encoded.photograph(COUPLE);
        ByteBuffer buffer = ByteBuffer.allocateDirect(encoded.length + 20)
                .position(10)
                .put(encoded)
                .flip()
                .position(10);
        assertThat(step.apply(buffer.asReadOnlyBuffer())).isEqualTo(step.apply(encoded));
        step.apply(buffer);
        assertThat(buffer.position()).isEqualTo(10);
        assertThat(buffer.remaining()).isEqualTo(encoded.length);
    }

    @Test
    void repeatsTheBorderWhereATileReachesBeyondThePicture() throws IOException {
        Face.Measured face =
                measured(decoded(Encoded.photograph(CLOSE_UP)).faces().get(0));
        assertThat(face.area().left()).isBetween(-100.0, -10.0);
        byte[] tile = face.tile().toBytes();
        int outside = (int) (-face.area().left() * Tile.SIDE / face.area().width());
        Set<Byte> leftmost = new HashSet<>();
        for (int y = 0; y < Tile.SIDE; y++) {
            leftmost.add(tile[y * Tile.SIDE]);
            for (int x = 1; x < outside; x++) {
                assertThat(tile[y * Tile.SIDE + x]).isEqualTo(tile[y * Tile.SIDE]);
            }
        }
        assertThat(leftmost).as("shades of the border").hasSizeGreaterThan(10);
    }

    @Test
    void answersTheBestSixtyFourOfACrowdAndCountsTheRest() throws IOException {
        Mat photograph = Encoded.pixels(Encoded.photograph(COUPLE));
        BoundingBox box = decoded(Encoded.photograph(COUPLE)).faces().get(0).box();
        BoundingBox around = TileGeometry.squareAround(box, 1.5);
        Mat face = new Mat();
        resize(Pictures.part(photograph, around), face, new Size(150, 150));
        Mat crowd = new Mat();
        repeat(face, 10, 10, crowd);
        Decoded outcome = decoded(Encoded.as(".jpg", crowd));
        assertThat(outcome.faces()).hasSize(64).allMatch(Face.Measured.class::isInstance);
        assertThat(outcome.omittedFaces()).isEqualTo(36);
        assertThat(outcome.faces()).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
    }

    @Test
    void takesASmallPictureForOneFaceAndSearchesItAtTheTileThreshold() throws IOException {
        byte[] small = faceOf(CLOSE_UP, 120, 140);
        Decoded outcome = decoded(small);
        assertThat(outcome.faces()).hasSize(1);
        Face face = outcome.faces().get(0);
        // The tile is cut out of the searched picture, whose pixels are 1.2 of the picture's.
        assertThat(face.area().width() / 1.2).isCloseTo(Math.rint(face.area().width() / 1.2), within());
        assertThat(face.box().width()).isBetween(60, 120);
        TileSettings strict = new TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, 9);
        assertThat(((Decoded) Models.step(strict, 80).apply(small)).faces()).isEmpty();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    @Test
    void whollyThePapersWay() throws IOException {
        TileSettings paper = new TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, -0.5);
        byte[] encoded = faceOf(CLOSE_UP, 400, 500);
        Decoded outcome = (Decoded) Models.step(paper, 40).apply(encoded);
        assertThat(outcome.faces()).hasSize(1);
        Face.Measured face = measured(outcome.faces().get(0));
        assertThat(face.area()).isEqualTo(new TileArea(0, 0, 400, 500));
        assertThat(face.tile().channels()).isEqualTo(3);
        assertThat(face.box().width()).isBetween(200, 400);
        Mat resized = new Mat();
        resize(Encoded.pixels(encoded), resized, new Size(100, 100));
        assertThat(face.tile()).isEqualTo(Pictures.tile(resized));
    }

    @Test
    void countsTheFacesOfAWholePictureBeyondTheBest() throws IOException {
        byte[] encoded = faceOf(CLOSE_UP, 400, 500);
        TileSettings paper = new TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, 0);
        TileSettings careless = new TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, -2);

        assertThat(((Decoded) Models.step(paper, 80).apply(encoded)).omittedFaces())
                .isZero();
        Decoded several = (Decoded) Models.step(careless, 80).apply(encoded);
        assertThat(several.faces()).hasSize(1);
        assertThat(several.omittedFaces()).isPositive();
    }

    @Test
    void colourTilesHaveThreePlanesAroundTheSameFaces() throws IOException {
        TileSettings colour = new TileSettings("face-crop", 100, "bgr", "area-linear", 1.3, 0, -0.5);
        byte[] encoded = Encoded.photograph(COUPLE);
        Decoded outcome = (Decoded) Models.step(colour, 80).apply(encoded);
        assertSameFaces(outcome, decoded(encoded), 0.85);
        Tile tile = measured(outcome.faces().get(0)).tile();
        assertThat(tile.channels()).isEqualTo(3);
        byte[] planes = tile.toBytes();
        long blue = 0;
        long red = 0;
        for (int i = 0; i < Tile.PLANE_BYTES; i++) {
            blue += planes[i] & 0xFF;
            red += planes[2 * Tile.PLANE_BYTES + i] & 0xFF;
        }
        // Skin.
        assertThat(red).isGreaterThan(blue);
    }

    @Test
    void manyThreadsHaveTheOutcomesOfOne() throws Exception {
        List<byte[]> pictures = new ArrayList<>();
        for (String name : List.of(COUPLE, CLOSE_UP, "2008_001322.jpg", "2008_002506.jpg", "2008_001009.jpg")) {
            pictures.add(Encoded.photograph(name));
        }
        List<PictureOutcome> expected = pictures.stream().map(step::apply).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<PictureOutcome>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                byte[] picture = pictures.get(i % pictures.size());
                answers.add(threads.submit(() -> step.apply(picture)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i % expected.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void throwsOnceItsModelsAreClosed() throws IOException {
        FaceModels models = FaceModels.open(ShapePredictor.DEBIAN_MODEL);
        models.close();
        ImageToLandmarks closed = new ImageToLandmarks(models, Models.FACE_CROP, LandmarkSettings.DEFAULT);
        byte[] picture = Encoded.photograph(COUPLE);
        assertThatIllegalStateException().isThrownBy(() -> closed.apply(picture));
    }

    /** A PNG of this size with the face of a close-up. */
    private byte[] faceOf(String name, int width, int height) throws IOException {
        byte[] encoded = Encoded.photograph(name);
        BoundingBox box = decoded(encoded).faces().get(0).box();
        Mat picture = Encoded.pixels(encoded);
        int left = Math.max(0, box.left());
        Mat face =
                new Mat(picture, new Rect(left, box.top(), Math.min(box.width(), picture.cols() - left), box.height()));
        Mat resized = new Mat();
        resize(face, resized, new Size(width, height));
        return Encoded.as(".png", resized);
    }

    private Decoded decoded(byte[] encoded) {
        return (Decoded) step.apply(encoded);
    }

    private static Face.Measured measured(Face face) {
        return (Face.Measured) face;
    }
}
