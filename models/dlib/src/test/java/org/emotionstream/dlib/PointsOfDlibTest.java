package org.emotionstream.dlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link ShapePredictor} evaluates dlib's trees itself. Its points are, to the pixel, those of dlib's own
 * {@code shape_predictor}, in boxes that hold a face and in boxes that do not.
 */
class PointsOfDlibTest {
    private static final int BOXES = 1000;

    @TempDir
    private static Path folder;

    private static Path program;

    @BeforeAll
    static void build() throws IOException {
        program = folder.resolve("points");
        Path source = Path.of(System.getProperty("emotionstream.root"), "models/dlib/src/test/native/points.cpp");
        run("", "g++", "-std=c++17", "-O2", "-DNDEBUG", source.toString(), "-o", program.toString());
    }

    @Test
    void areThoseOfTheTreesInBoxesAroundAFace() throws IOException {
        try (NativePixels photograph = NativePixels.grey(DlibPhotographs.file("2009_004587.jpg"))) {
            assertSamePoints(photograph, new Detection(150, 45, 238, 132, 0), 40);
        }
    }

    @Test
    void areThoseOfTheTreesInBoxesAnywhere() throws IOException {
        try (NativePixels noise = NativePixels.noise(90, 70, 5)) {
            assertSamePoints(noise, new Detection(20, 10, 60, 50, 0), 300);
        }
    }

    /** @param off by how much the edges of the boxes differ at most from those of the one */
    private static void assertSamePoints(NativePixels picture, Detection around, int off) throws IOException {
        Random random = new Random(1);
        List<int[]> boxes = new ArrayList<>();
        for (int i = 0; i < BOXES; i++) {
            int[] edges = {around.left(), around.top(), around.right(), around.bottom()};
            boxes.add(Arrays.stream(edges)
                    .map(edge -> edge + random.nextInt(-off, off + 1))
                    .toArray());
        }
        List<String> actual = new ArrayList<>();
        try (ShapePredictor predictor = ShapePredictor.open(ShapePredictor.DEBIAN_MODEL)) {
            for (int[] box : boxes) {
                actual.add(line(predictor.predict(picture.view(), box[0], box[1], box[2], box[3])));
            }
        }
        assertThat(actual).isEqualTo(pointsOfDlib(picture, boxes));
    }

    private static List<String> pointsOfDlib(NativePixels picture, List<int[]> boxes) throws IOException {
        Pixels view = picture.view();
        Path bytes = Files.write(folder.resolve("pixels"), picture.toBytes());
        String input = boxes.stream().map(PointsOfDlibTest::line).collect(Collectors.joining("\n"));
        return run(
                        input,
                        program.toString(),
                        ShapePredictor.DEBIAN_MODEL.toString(),
                        bytes.toString(),
                        Integer.toString(view.width()),
                        Integer.toString(view.height()),
                        Integer.toString(view.channels()))
                .lines()
                .map(String::strip)
                .toList();
    }

    private static String line(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static String run(String input, String... command) throws IOException {
        Path file = Files.writeString(folder.resolve("input"), input);
        Process process = new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as(String.join(" ", command))
                .isZero();
        return output;
    }
}
