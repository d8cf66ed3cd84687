package org.emotionstream.dlib;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Prints the variant of the library, then the faces of a photograph with their points, a line each. */
final class PrintFaces {
    private PrintFaces() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(FaceDetector.instructionSet());
        System.out.print(facesOf(Path.of(arguments[0])));
    }

    /** Boxes, scores to three places, points. */
    static String facesOf(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (FaceDetector detector = FaceDetector.open();
                ShapePredictor predictor = ShapePredictor.open(ShapePredictor.DEBIAN_MODEL);
                NativePixels photograph = NativePixels.grey(file)) {
            for (Detection face : detector.detect(photograph.view(), 0)) {
                int[] points =
                        predictor.predict(photograph.view(), face.left(), face.top(), face.right(), face.bottom());
                lines.append(String.format(
                        Locale.ROOT,
                        "%d %d %d %d %.3f %s%n",
                        face.left(),
                        face.top(),
                        face.right(),
                        face.bottom(),
                        face.score(),
                        Arrays.toString(points)));
            }
        }
        return lines.toString();
    }
}
