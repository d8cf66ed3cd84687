package org.emotionstream.cli.drawing;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;

/** A photograph with a numbered box and 68 points a face, and beside it a card a face. */
final class AnnotatedPicture {
    private final String name;
    private final ImageEmotions emotions;
    private final List<FaceAnswer> faces;
    private final Optional<ImageLandmarks> landmarks;

    /**
     * @param name of the picture, its title
     * @param landmarks of the same picture; empty where they are not known
     */
    AnnotatedPicture(String name, ImageEmotions emotions, Optional<ImageLandmarks> landmarks) {
        this.name = name;
        this.emotions = emotions;
        this.faces = emotions.getFaces().stream().map(FaceAnswer::of).toList();
        this.landmarks = landmarks;
    }

    /**
     * Draws it.
     *
     * @param picture the file that was sent
     * @param target gets the drawing, in the format of its suffix
     * @throws CommandException when a file cannot be read or written
     */
    void write(Path picture, Path target) {
        try (Mat upright = imread(picture.toString(), IMREAD_COLOR)) {
            if (upright.empty()) {
                throw new CommandException(ExitCodes.INCOMPLETE, "cannot draw " + picture + ": OpenCV cannot read it");
            }
            try (Canvas canvas = draw(upright)) {
                if (!canvas.write(target)) {
                    throw new CommandException(ExitCodes.INCOMPLETE, "cannot write " + target);
                }
            }
        }
    }

    /** The drawing; whoever asks closes it. */
    Canvas draw(Mat upright) {
        Layout layout = Layout.of(upright.cols(), upright.rows(), faces.size());
        Canvas canvas = new Canvas(layout.width(), layout.height());
        double scale = layout.scale(upright.cols());
        title(canvas);
        canvas.picture(upright, Layout.LEFT, Layout.TOP, layout.pictureWidth(), layout.pictureHeight());
        landmarks.ifPresent(found -> points(canvas, found, scale));
        for (int i = 0; i < faces.size(); i++) {
            box(canvas, i, scale);
            Layout.Corner corner = layout.cards().get(i);
            new FaceCard(canvas, corner.x(), corner.y()).draw(i + 1, faces.get(i), upright);
        }
        return canvas;
    }

    private void title(Canvas canvas) {
        canvas.text(name, Layout.LEFT, 34, 0.75, 2, Palette.TEXT);
        int left = Layout.LEFT + Canvas.textWidth(name, 0.75, 2) + 18;
        canvas.text(Words.of(emotions), left, 34, 0.6, 1, Palette.FAINT_TEXT);
    }

    private void points(Canvas canvas, ImageLandmarks found, double scale) {
        for (FaceLandmarks face : found.getFaces()) {
            if (!face.getPoints().hasRemaining()) {
                continue;
            }
            Landmarks points = Landmarks.ofBytes(face.getPoints());
            double radius = Math.max(1.1, face.getBox().getWidth() * scale / 90);
            for (int i = 0; i < Landmarks.COUNT; i++) {
                // The formula of the schema: a point of the tile in pixels of the picture.
                double x = face.getTileLeft() + points.x(i) * face.getTileWidth() / 100.0;
                double y = face.getTileTop() + points.y(i) * face.getTileHeight() / 100.0;
                canvas.dot(Layout.LEFT + x * scale, Layout.TOP + y * scale, radius, Palette.POINT);
            }
        }
    }

    private void box(Canvas canvas, int index, double scale) {
        FaceAnswer face = faces.get(index);
        Palette colour = Palette.of(face);
        BoundingBox box = face.box();
        int left = Layout.LEFT + (int) Math.round(box.left() * scale);
        int top = Layout.TOP + (int) Math.round(box.top() * scale);
        int width = (int) Math.round(box.width() * scale);
        canvas.frame(left, top, width, (int) Math.round(box.height() * scale), 2, colour);
        String number = Integer.toString(index + 1);
        int labelWidth = Canvas.textWidth(number, 0.6, 2) + 12;
        canvas.fill(left - 1, top - 22, labelWidth, 22, colour);
        canvas.text(number, left + 5, top - 5, 0.6, 2, Palette.BACKGROUND);
    }
}
