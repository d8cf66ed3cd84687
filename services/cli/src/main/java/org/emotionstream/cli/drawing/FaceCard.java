package org.emotionstream.cli.drawing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/** One face beside the picture: its number, what it shows, how it looks, and a bar for each of the nine classes. */
final class FaceCard {
    static final int WIDTH = 404;
    static final int HEIGHT = 252;

    private static final int PAD = 14;
    private static final int FACE_SIDE = 118;
    private static final int HEAD = 46;
    private static final int ROW = 21;
    private static final int BARS_LEFT = PAD + FACE_SIDE + PAD;
    private static final int LABEL_WIDTH = 74;
    private static final int BAR_WIDTH = WIDTH - BARS_LEFT - LABEL_WIDTH - 60;

    private final Canvas canvas;
    private final int left;
    private final int top;

    /** The card whose top left corner is there. */
    FaceCard(Canvas canvas, int left, int top) {
        this.canvas = canvas;
        this.left = left;
        this.top = top;
    }

    /**
     * @param number from 1, as beside the box in the picture
     * @param picture upright, as the boxes are measured in
     */
    void draw(int number, FaceAnswer face, Mat picture) {
        Palette colour = Palette.of(face);
        canvas.fill(left, top, WIDTH, HEIGHT, Palette.CARD);
        canvas.fill(left, top, 5, HEIGHT, colour);
        String title = number + "   " + face.emotion().map(Emotion::label).orElse(face.statusInWords());
        canvas.text(title, left + PAD + 4, top + 31, 0.72, 2, colour == Palette.NONE ? Palette.FAINT_TEXT : colour);
        face.distribution().ifPresent(distribution -> confidence(distribution));
        face(face.box(), picture);
        face.distribution().ifPresentOrElse(this::bars, () -> nothing(face));
    }

    private void confidence(EmotionDistribution distribution) {
        String text = percent(distribution.confidence());
        canvas.text(text, left + WIDTH - PAD - Canvas.textWidth(text, 0.66, 1), top + 31, 0.66, 1, Palette.TEXT);
    }

    private void face(BoundingBox box, Mat picture) {
        int margin = Math.max(box.width(), box.height()) / 6;
        int x = Math.max(0, box.left() - margin);
        int y = Math.max(0, box.top() - margin);
        int right = Math.min(picture.cols(), box.left() + box.width() + margin);
        int bottom = Math.min(picture.rows(), box.top() + box.height() + margin);
        if (right <= x || bottom <= y) {
            return;
        }
        double scale = (double) FACE_SIDE / Math.max(right - x, bottom - y);
        int width = Math.max(1, (int) Math.round((right - x) * scale));
        int height = Math.max(1, (int) Math.round((bottom - y) * scale));
        try (Mat cut = new Mat(picture, new Rect(x, y, right - x, bottom - y))) {
            canvas.picture(cut, left + PAD + (FACE_SIDE - width) / 2, top + HEAD + 4, width, height);
        }
    }

    private void bars(EmotionDistribution distribution) {
        Emotion second = Arrays.stream(Emotion.values())
                .filter(emotion -> emotion != distribution.mostProbable())
                .max(Comparator.comparingDouble(distribution::probability))
                .orElseThrow();
        for (Emotion emotion : Emotion.values()) {
            boolean strong = emotion == distribution.mostProbable() || emotion == second;
            bar(emotion, distribution.probability(emotion), strong ? Palette.TEXT : Palette.FAINT_TEXT);
        }
    }

    private void bar(Emotion emotion, float probability, Palette text) {
        int y = top + HEAD + 4 + emotion.ordinal() * ROW;
        int barLeft = left + BARS_LEFT + LABEL_WIDTH;
        canvas.text(emotion.label(), left + BARS_LEFT, y + 13, 0.45, 1, text);
        canvas.fill(barLeft, y + 2, BAR_WIDTH, 13, Palette.TRACK);
        canvas.fill(barLeft, y + 2, Math.round(probability * BAR_WIDTH), 13, Palette.of(emotion));
        canvas.text(percent(probability), barLeft + BAR_WIDTH + 8, y + 13, 0.45, 1, text);
    }

    private void nothing(FaceAnswer face) {
        canvas.text("the networks did not run", left + BARS_LEFT, top + HEAD + 20, 0.45, 1, Palette.FAINT_TEXT);
        canvas.text(face.reason(), left + BARS_LEFT, top + HEAD + 42, 0.45, 1, Palette.FAINT_TEXT);
    }

    private static String percent(float probability) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }
}
