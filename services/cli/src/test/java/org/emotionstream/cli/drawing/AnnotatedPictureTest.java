package org.emotionstream.cli.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.cli.answers.Answer;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedPictureTest {
    /** The colour of the test picture: a dark red that nothing is drawn in. */
    private static final int RED = 90;

    @TempDir
    Path folder;

    @Test
    void theBoxHasTheColourOfItsEmotionAndTheFaceIsLeftFree() {
        ImageEmotions image = Messages.emotions("id", List.of(Messages.happy(200, 100, 160)));

        try (Mat picture = picture(640, 480);
                Canvas canvas = new AnnotatedPicture("a.jpg", image, Optional.empty()).draw(picture)) {
            double scale = Layout.of(640, 480, 1).scale(640);
            assertThat(colour(canvas, 200, 180, scale)).as("left edge").isEqualTo(Palette.HAPPY.css());
            assertThat(colour(canvas, 360, 180, scale)).as("right edge").isEqualTo(Palette.HAPPY.css());
            assertThat(colour(canvas, 280, 260, scale)).as("lower edge").isEqualTo(Palette.HAPPY.css());
            assertThat(colour(canvas, 280, 180, scale)).as("inside").isEqualTo("#5A0000");
        }
    }

    @Test
    void thePointsStandWhereTheTileMapsThemTo() {
        ImageEmotions image = Messages.emotions("id", List.of(Messages.happy(200, 100, 200)));

        try (Mat picture = picture(640, 480);
                Canvas canvas =
                        new AnnotatedPicture("a.jpg", image, Optional.of(Messages.landmarks(image))).draw(picture)) {
            double scale = Layout.of(640, 480, 1).scale(640);
            assertThat(colour(canvas, 200 + 2 * 30, 100 + 2 * 30, scale)).isEqualTo(Palette.POINT.css());
            assertThat(colour(canvas, 200 + 2 * 60, 100 + 2 * 30, scale)).isEqualTo("#5A0000");
        }
    }

    @Test
    void theBarsAreAsLongAsTheProbabilities() {
        ImageEmotions image = Messages.emotions("id", List.of(Messages.happy(200, 100, 160)));

        try (Mat picture = picture(640, 480);
                Canvas canvas = new AnnotatedPicture("a.jpg", image, Optional.empty()).draw(picture)) {
            Layout.Corner card = Layout.of(640, 480, 1).cards().get(0);
            long yellow = barPixels(canvas, card, Palette.HAPPY);
            long grey = barPixels(canvas, card, Palette.NEUTRAL);
            assertThat((double) yellow / grey).isCloseTo(0.75 / 0.25, within(0.1));
        }
    }

    @Test
    void tenFacesInASmallPictureAllHaveTheirCard() {
        List<FaceEmotion> faces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            faces.add(i % 3 == 0 ? Messages.notAFace(10 * i, 20, 40) : Messages.happy(10 * i, 40, 40));
        }

        try (Mat picture = picture(120, 100);
                Canvas canvas =
                        new AnnotatedPicture("a.jpg", Messages.emotions("id", faces), Optional.empty()).draw(picture)) {
            Layout layout = Layout.of(120, 100, 10);
            assertThat(layout.cards()).doesNotHaveDuplicates().hasSize(10).allSatisfy(card -> {
                assertThat(card.x() + FaceCard.WIDTH).isLessThan(canvas.mat().cols());
                assertThat(card.y() + FaceCard.HEIGHT).isLessThan(canvas.mat().rows());
            });
            assertThat(layout.scale(120)).isGreaterThan(3);
        }
    }

    @Test
    void anAlbumShowsAnsweredAndRejectedPicturesOnOnePage() throws Exception {
        Path file = folder.resolve("a & b.jpg");
        try (Mat picture = picture(640, 480)) {
            imwrite(file.toString(), picture);
        }
        ImageEmotions image = Messages.emotions("id-1", List.of(Messages.happy(200, 100, 160)));
        Album album = new Album(folder.resolve("album"));

        album.answered(new SentPicture("id-1", file), new Answer.Final(image));
        assertThat(album.isWaiting()).isTrue();
        album.landmarks(Messages.landmarks(image));
        assertThat(album.isWaiting()).isFalse();
        album.answered(
                new SentPicture("id-2", folder.resolve("b.jpg")), new Answer.Rejected("id-2", "", "empty", "no bytes"));
        String page = Files.readString(album.finish("2 images: 1 final, 1 rejected, 0 missing"));

        assertThat(page)
                .contains("2 images: 1 final, 1 rejected, 0 missing", "src=\"0001-a___b.jpg.jpg\"", "a &amp; b.jpg")
                .contains("empty: no bytes", "release-1");
        try (Mat drawn = imread(folder.resolve("album/0001-a___b.jpg.jpg").toString())) {
            assertThat(drawn.cols()).isGreaterThan(640);
        }
    }

    private static Mat picture(int width, int height) {
        return new Mat(height, width, CV_8UC3, new Scalar(0, 0, RED, 0));
    }

    /** The colour at this point of the picture, given in its own pixels. */
    private static String colour(Canvas canvas, int x, int y, double scale) {
        return colourAt(canvas, Layout.LEFT + (int) Math.round(x * scale), Layout.TOP + (int) Math.round(y * scale));
    }

    private static String colourAt(Canvas canvas, int x, int y) {
        var pixel = canvas.mat().ptr(y, x);
        return String.format(
                Locale.ROOT, "#%02X%02X%02X", pixel.get(2) & 0xFF, pixel.get(1) & 0xFF, pixel.get(0) & 0xFF);
    }

    /** Right of the title and the thumbnail, where the bars are. */
    private static long barPixels(Canvas canvas, Layout.Corner card, Palette colour) {
        long count = 0;
        for (int y = card.y(); y < card.y() + FaceCard.HEIGHT; y++) {
            for (int x = card.x() + FaceCard.WIDTH / 2; x < card.x() + FaceCard.WIDTH; x++) {
                count += colourAt(canvas, x, y).equals(colour.css()) ? 1 : 0;
            }
        }
        return count;
    }
}
