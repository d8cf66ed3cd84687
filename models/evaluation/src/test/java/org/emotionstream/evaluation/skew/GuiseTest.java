package org.emotionstream.evaluation.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.evaluation.pictures.EncodedPicture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A face arrives as the guise says, and nowhere else. */
class GuiseTest {
    private static final byte[] FACE = MadeUpPictures.checkerboard(48, 0, 255);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void asItIsIsTheFile() {
        Guise.Arrival arrival = Guise.AS_IT_IS.of(FACE, 5);
        assertThat(arrival.picture()).isSameAs(FACE);
        assertThat(arrival.place()).isEqualTo(new BoundingBox(0, 0, 48, 48));
    }

    @Test
    void aFrameShowsTheFaceAtItsPlaceAndNoneElsewhere() {
        for (int side : new int[] {100, 160, 240}) {
            for (long seed = 0; seed < 20; seed++) {
                Guise.Arrival arrival = Guise.inFrame(side).of(FACE, seed);
                Mat frame = EncodedPicture.pixels(arrival.picture());
                assertThat(frame.cols()).isEqualTo(640);
                assertThat(frame.rows()).isEqualTo(480);
                BoundingBox place = arrival.place();
                assertThat(place.width()).isEqualTo(side).isEqualTo(place.height());
                assertThat(place.left()).isBetween(1, 640 - side - 1);
                assertThat(place.top()).isBetween(1, 480 - side - 1);
                assertThat(darkOnLight(frame, place)).isEqualTo(64);
            }
        }
    }

    /** How many of the 64 squares of the checkerboard are seen with their own grey. */
    private static int darkOnLight(Mat frame, BoundingBox place) {
        UByteIndexer pixels = frame.createIndexer();
        int right = 0;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int grey = pixels.get(
                        place.top() + (2 * row + 1) * place.height() / 16,
                        place.left() + (2 * column + 1) * place.width() / 16);
                right += ((row + column) % 2 == 0 ? grey == 255 : grey == 0) ? 1 : 0;
            }
        }
        return right;
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherAnother() {
        for (GuisePair pair : GuisePair.ofFaces()) {
            assertThat(pair.second().of(FACE, 7).picture())
                    .as(pair.guises())
                    .isEqualTo(pair.second().of(FACE, 7).picture());
        }
        List<BoundingBox> places = new ArrayList<>();
        for (long seed = 0; seed < 10; seed++) {
            places.add(Guise.inFrame(100).of(FACE, seed).place());
        }
        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void aHardEdgeAndABlendedOneDifferOnlyOutsideOfTheFace() {
        Guise.Arrival blended = Guise.inFrame(160).of(FACE, 3);
        Guise.Arrival hard =
                Guise.AS_IT_IS.in(new Guise.Setting.InFrame(160, false)).of(FACE, 3);
        assertThat(hard.place()).isEqualTo(blended.place());
        Mat one = EncodedPicture.pixels(blended.picture());
        Mat other = EncodedPicture.pixels(hard.picture());
        assertThat(norm(part(one, blended.place()), part(other, hard.place()), NORM_INF, new Mat()))
                .isZero();
        BoundingBox left = new BoundingBox(
                hard.place().left() - 10, hard.place().top(), 10, hard.place().height());
        assertThat(norm(part(one, left), part(other, left), NORM_INF, new Mat()))
                .isPositive();
    }

    private static Mat part(Mat picture, BoundingBox box) {
        return new Mat(
                picture, new org.bytedeco.opencv.opencv_core.Rect(box.left(), box.top(), box.width(), box.height()));
    }

    @Test
    void colourIsColourAndItsGreyCopyIsWhatTheLandmarkerSees() {
        byte[] colour = Guise.AS_IT_IS
                .retouched(Retouch.COLOUR)
                .of(MadeUpPictures.checkerboard(48, 40, 200), 9)
                .picture();
        byte[] grey = Guise.AS_IT_IS
                .retouched(Retouch.GREY_COPY)
                .of(MadeUpPictures.checkerboard(48, 40, 200), 9)
                .picture();
        assertThat(EncodedPicture.pixels(colour).channels()).isEqualTo(3);
        UByteIndexer pixels = EncodedPicture.pixels(colour).createIndexer();
        assertThat(pixels.get(0, 0, 2)).isGreaterThan(pixels.get(0, 0, 0) + 10);
        assertThat(EncodedPicture.pixels(grey).channels()).isEqualTo(1);
        assertThat(norm(EncodedPicture.grey(colour), EncodedPicture.pixels(grey), NORM_INF, new Mat()))
                .isZero();
    }

    @Test
    void lessQualityIsFewerBytes() {
        Guise frame = Guise.inFrame(160);
        int last = Integer.MAX_VALUE;
        for (int quality : new int[] {95, 85, 70, 50, 30}) {
            byte[] jpeg = frame.asJpeg(quality).of(FACE, 1).picture();
            assertThat(jpeg[0]).isEqualTo((byte) 0xFF);
            assertThat(jpeg.length).isLessThan(last);
            last = jpeg.length;
        }
    }

    @Test
    void retouchesChangePixelsSlightly() {
        Mat before = EncodedPicture.pixels(MadeUpPictures.checkerboard(96, 100, 140));
        for (Retouch retouch : List.of(Retouch.BLURRED, Retouch.SHRUNK, Retouch.NOISY)) {
            Mat after = retouch.apply(before, 4);
            assertThat(after.cols()).isEqualTo(96);
            double change =
                    norm(before, after, org.bytedeco.opencv.global.opencv_core.NORM_L1, new Mat()) / (96.0 * 96.0);
            assertThat(change).as(retouch.label()).isBetween(0.5, 10.0);
        }
    }
}
