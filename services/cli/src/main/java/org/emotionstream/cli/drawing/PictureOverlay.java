package org.emotionstream.cli.drawing;

import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * A picture with a numbered box and 68 points a face drawn over it: an image, and an SVG in its pixels. A
 * browser turns a picture upright by its EXIF orientation, as the landmarker does: both speak of the same
 * pixels.
 */
final class PictureOverlay {
    /** So wide, in pixels of the screen, a picture is shown about; letters and points are measured by it. */
    private static final double SHOWN_WIDTH = 800;

    /** A picture is shown whole as long as one side is not so many times the other; else it can be scrolled. */
    private static final double LONG = 5;

    private static final double SHORT_SIDE = 240;
    private static final double LONGEST_SIDE = 20_000;
    private static final int TINY = 200;

    private final String file;
    private final int width;
    private final int height;
    private final List<FaceAnswer> faces;
    private final double unit;

    /** @param file of the picture, beside the page */
    PictureOverlay(String file, ImageEmotions image) {
        this.file = file;
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.faces = image.getFaces().stream().map(FaceAnswer::of).toList();
        this.unit = width / (isLong() ? shownWidth() : SHOWN_WIDTH);
    }

    /**
     * The elements.
     *
     * @param description for those who do not see the picture
     */
    String html(String description, Optional<ImageLandmarks> landmarks) {
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"frame")
                .append(isLong() ? " long" : "")
                .append(Math.max(width, height) < TINY ? " tiny" : "")
                .append(isLong() ? "\" tabindex=\"0\" role=\"group\" aria-label=\"the picture, to be scrolled" : "")
                .append("\"><div class=\"sheet\"><a href=\"")
                .append(file)
                .append("\"><img src=\"")
                .append(file)
                .append("\" alt=\"")
                .append(AlbumHtml.text(description))
                .append("\" width=\"")
                .append(Math.round(isLong() ? shownWidth() : width))
                .append("\" height=\"")
                .append(Math.round(isLong() ? shownWidth() * height / width : height))
                .append(
                        "\" loading=\"lazy\"></a>\n<svg aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\">");
        landmarks.ifPresent(found -> found.getFaces().forEach(face -> points(html, face)));
        for (int i = 0; i < faces.size(); i++) {
            box(html, i + 1, faces.get(i));
        }
        return html.append("</svg></div></div>").toString();
    }

    private boolean isLong() {
        return width > LONG * height || height > LONG * width;
    }

    private double shownWidth() {
        return width > height
                ? Math.min(LONGEST_SIDE, SHORT_SIDE * width / height)
                : Math.max(1, Math.min(SHORT_SIDE, LONGEST_SIDE * width / height));
    }

    private void points(StringBuilder html, FaceLandmarks face) {
        if (!face.getPoints().hasRemaining()) {
            return;
        }
        Landmarks points = Landmarks.ofBytes(face.getPoints());
        double diameter = Math.max(2 * unit, face.getBox().getWidth() / 45.0);
        html.append("<path class=\"points\" stroke-width=\"")
                .append(AlbumHtml.number(diameter))
                .append("\" d=\"");
        for (int i = 0; i < Landmarks.COUNT; i++) {
            // The formula of the schema: a point of the tile in pixels of the picture.
            double x = face.getTileLeft() + points.x(i) * face.getTileWidth() / 100.0;
            double y = face.getTileTop() + points.y(i) * face.getTileHeight() / 100.0;
            html.append('M')
                    .append(AlbumHtml.number(x))
                    .append(' ')
                    .append(AlbumHtml.number(y))
                    .append("h0");
        }
        html.append("\"/>\n");
    }

    private void box(StringBuilder html, int number, FaceAnswer face) {
        BoundingBox box = face.box();
        double size = Math.min(22 * unit, Math.max(11 * unit, box.height() / 3.0));
        double labelWidth = size * (0.5 + 0.62 * Integer.toString(number).length());
        double labelHeight = 1.15 * size;
        // Beside the picture nothing can be seen: a label that has no room above the box stands in it.
        double left = Math.max(0, Math.min(box.left(), width - labelWidth));
        double top = box.top() - labelHeight < 0 ? Math.max(0, box.top()) : box.top() - labelHeight;
        html.append("<g class=\"")
                .append(Palette.of(face).css())
                .append("\"><rect class=\"box\"")
                .append(rectangle(box.left(), box.top(), box.width(), box.height()))
                .append("/><rect class=\"label\"")
                .append(rectangle(left, top, labelWidth, labelHeight))
                .append("/><text x=\"")
                .append(AlbumHtml.number(left + labelWidth / 2))
                .append("\" y=\"")
                .append(AlbumHtml.number(top + 0.95 * size))
                .append("\" font-size=\"")
                .append(AlbumHtml.number(size))
                .append("\">")
                .append(number)
                .append("</text></g>\n");
    }

    private static String rectangle(double left, double top, double width, double height) {
        return " x=\"" + AlbumHtml.number(left) + "\" y=\"" + AlbumHtml.number(top) + "\" width=\""
                + AlbumHtml.number(width) + "\" height=\"" + AlbumHtml.number(height) + "\"";
    }
}
