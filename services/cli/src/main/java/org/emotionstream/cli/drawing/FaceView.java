package org.emotionstream.cli.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;

/**
 * One face as {@code album-figure.html} reads it: its box and number in the picture, and below that its card with what
 * it shows, how it looks, and a bar for each of the nine classes.
 *
 * @param number from 1
 * @param face what was found
 * @param pictureWidth of its picture, in pixels
 * @param unit pixels of the picture that are shown as one pixel of the screen, about
 */
record FaceView(int number, FaceAnswer face, int pictureWidth, double unit) {
    /**
     * The bar of one class.
     *
     * @param css class in the style sheet
     * @param label of the emotion
     * @param width 0 to 100
     * @param percent for people
     */
    record Bar(String css, String label, String width, String percent) {}

    /** The number of a face beside its box: a rectangle and its text, in pixels of the picture. */
    record Label(String left, String top, String width, String height, String textX, String textY, String fontSize) {}

    public BoundingBox box() {
        return face.box();
    }

    public String css() {
        return Palette.of(face).css();
    }

    public String title() {
        return face.emotion().map(Emotion::label).orElse(face.statusInWords());
    }

    /** Empty where no network ran. */
    public String confidence() {
        return face.distribution()
                .map(distribution -> percent(distribution.confidence()))
                .orElse("");
    }

    public String reason() {
        return face.reason();
    }

    public Label label() {
        double size = Math.min(22 * unit, Math.max(11 * unit, box().height() / 3.0));
        double width = size * (0.5 + 0.62 * Integer.toString(number).length());
        double height = 1.15 * size;
        // Beside the picture nothing can be seen: a label that has no room above the box stands in it.
        double left = Math.max(0, Math.min(box().left(), pictureWidth - width));
        double top = box().top() - height < 0 ? Math.max(0, box().top()) : box().top() - height;
        return new Label(
                number(left),
                number(top),
                number(width),
                number(height),
                number(left + width / 2),
                number(top + 0.95 * size),
                number(size));
    }

    /** The face and a margin, which the browser cuts out of the picture: left, top, width and height. */
    public String cut() {
        int margin = box().longerSide() / 6;
        return (box().left() - margin) + " " + (box().top() - margin) + " " + (box().width() + 2 * margin) + " "
                + (box().height() + 2 * margin);
    }

    /** One a class; none where no network ran. */
    public List<Bar> bars() {
        return face.distribution()
                .map(distribution -> Arrays.stream(Emotion.values())
                        .map(emotion -> bar(emotion, distribution.probability(emotion)))
                        .toList())
                .orElse(List.of());
    }

    private static Bar bar(Emotion emotion, float probability) {
        return new Bar(Palette.of(emotion).css(), emotion.label(), number(100 * probability), percent(probability));
    }

    /** A length with one decimal at most, as SVG reads it. */
    static String number(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String percent(float probability) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }
}
