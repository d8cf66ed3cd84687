package org.emotionstream.cli.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/**
 * One answered picture as {@code album-figure.html} reads it: an image, and over it an SVG in its pixels with a numbered
 * box and 68 points a face. A browser turns a picture upright by its EXIF orientation, as the landmarker does: both
 * speak of the same pixels.
 *
 * @param name of its file
 * @param image what was found
 * @param copy of the picture, beside the page
 * @param landmarks empty where they have not come
 */
record Figure(String name, ImageEmotions image, PictureCopy copy, Optional<ImageLandmarks> landmarks) {
    /** From here on the cards of the faces need the whole width of the page. */
    private static final int MANY_FACES = 4;

    /** So wide, in pixels of the screen, a picture is shown about; letters and points are measured by it. */
    private static final double SHOWN_WIDTH = 800;

    /** A picture is shown whole as long as one side is not so many times the other; else it can be scrolled. */
    private static final double LONG = 5;

    private static final double SHORT_SIDE = 240;
    private static final double LONGEST_SIDE = 20_000;
    private static final int TINY = 200;

    /** The points of one face: the diameter of each, and the path that draws them, in pixels of the picture. */
    record Points(String diameter, String path) {}

    public boolean wide() {
        return image.getFaces().size() > MANY_FACES;
    }

    public boolean tiny() {
        return Math.max(image.getWidth(), image.getHeight()) < TINY;
    }

    public boolean isLong() {
        return image.getWidth() > LONG * image.getHeight() || image.getHeight() > LONG * image.getWidth();
    }

    public long shownWidth() {
        return Math.round(isLong() ? scrolledWidth() : image.getWidth());
    }

    public long shownHeight() {
        return Math.round(isLong() ? scrolledWidth() * image.getHeight() / image.getWidth() : image.getHeight());
    }

    private double scrolledWidth() {
        return image.getWidth() > image.getHeight()
                ? Math.min(LONGEST_SIDE, SHORT_SIDE * image.getWidth() / image.getHeight())
                : Math.max(1, Math.min(SHORT_SIDE, LONGEST_SIDE * image.getWidth() / image.getHeight()));
    }

    private double unit() {
        return image.getWidth() / (isLong() ? scrolledWidth() : SHOWN_WIDTH);
    }

    public List<FaceView> faces() {
        List<FaceAnswer> faces = FaceAnswer.allOf(image);
        return IntStream.range(0, faces.size())
                .mapToObj(i -> new FaceView(i + 1, faces.get(i), image.getWidth(), unit()))
                .toList();
    }

    /** Those of each face that has some; none where the landmarks have not come. */
    public List<Points> points() {
        return landmarks.stream()
                .flatMap(found -> found.getFaces().stream())
                .filter(face -> face.getPoints().hasRemaining())
                .map(this::points)
                .toList();
    }

    private Points points(FaceLandmarks face) {
        Landmarks points = Landmarks.ofBytes(face.getPoints());
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            // The formula of the schema: a point of the tile in pixels of the picture.
            double x = face.getTileLeft() + points.x(i) * face.getTileWidth() / 100.0;
            double y = face.getTileTop() + points.y(i) * face.getTileHeight() / 100.0;
            path.append('M')
                    .append(FaceView.number(x))
                    .append(' ')
                    .append(FaceView.number(y))
                    .append("h0");
        }
        double diameter = Math.max(2 * unit(), face.getBox().getWidth() / 45.0);
        return new Points(FaceView.number(diameter), path.toString());
    }

    /** What is said about the picture as a whole. */
    public String words() {
        int faces = image.getFaces().size();
        String found = faces == 0 ? "no face found" : faces == 1 ? "1 face" : faces + " faces";
        String omitted = image.getOmittedFaces() == 0 ? "" : ", " + image.getOmittedFaces() + " more omitted";
        String partial = image.getPartial() ? ", partial: " + String.join(", ", image.getModels()) : "";
        String smallest = image.getSmallestFace() == null
                ? ""
                : ", faces of " + image.getSmallestFace() + " pixels and more were looked for";
        return found + omitted + partial + "; " + image.getWidth() + " x " + image.getHeight() + " pixels" + smallest;
    }
}
