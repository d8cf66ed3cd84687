package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.dlib.InstructionSet;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On dlib's photographs, boxes and points are, to the pixel, those of a small C++ program that is built here
 * on the same dlib with the same flags and sees the same pixels.
 */
class GoldenTest {
    private static final double MARGIN = Models.FACE_CROP.margin();

    private static Path golden;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path source = Path.of(System.getProperty("emotionstream.root"), "models/landmarks/src/test/native/golden.cpp");
        golden = Path.of(System.getProperty("java.io.tmpdir"), "golden");
        if (Files.exists(golden)
                && Files.getLastModifiedTime(golden).compareTo(Files.getLastModifiedTime(source)) > 0) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("g++", "-std=c++17", "-O3", "-DNDEBUG"));
        if (FaceDetector.instructionSet() == InstructionSet.AVX2) {
            command.add("-mavx2");
        }
        command.addAll(List.of(source.toString(), "-o", golden.toString(), "-ldlib"));
        run(command);
    }

    static Stream<Path> photographs() {
        return DlibPhotographs.files().stream();
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void framesAsTheyAre(Path photograph) throws IOException {
        compare(photograph, 80);
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void framesDoubled(Path photograph) throws IOException {
        compare(photograph, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bald_guys.jpg", "Tom_Cruise_avp_2014_4.jpg"})
    void framesHalved(String name) throws IOException {
        compare(DlibPhotographs.file(name), 160);
    }

    @Test
    void theTwelvePhotographsHaveAsManyFacesAsDlibFinds() throws IOException {
        assertThat(facesInAll(80)).isEqualTo(36);
        assertThat(facesInAll(40)).isEqualTo(68);
    }

    private static int facesInAll(int smallestFace) throws IOException {
        int faces = 0;
        for (Path photograph : DlibPhotographs.files()) {
            Decoded outcome =
                    (Decoded) Models.step(Models.FACE_CROP, smallestFace).apply(Files.readAllBytes(photograph));
            faces += outcome.faces().size();
        }
        return faces;
    }

    private void compare(Path photograph, int smallestFace) throws IOException {
        byte[] encoded = Files.readAllBytes(photograph);
        Decoded outcome = (Decoded) Models.step(Models.FACE_CROP, smallestFace).apply(encoded);
        Path tiles = folder.resolve("tiles");
        try (OutputStream out = Files.newOutputStream(tiles)) {
            for (Face face : outcome.faces()) {
                out.write(((Face.Measured) face).tile().toBytes());
            }
        }
        List<String> actual = outcome.faces().stream().map(GoldenTest::line).toList();
        assertThat(actual).isEqualTo(goldenLines(encoded, smallestFace, tiles));
    }

    private List<String> goldenLines(byte[] encoded, int smallestFace, Path tiles) throws IOException {
        Path frame = folder.resolve("frame");
        String size;
        try (PointerScope scope = new PointerScope()) {
            Mat picture = Pictures.decode(ByteBuffer.wrap(encoded), false);
            SearchPlan plan =
                    SearchPlan.of(picture.cols(), picture.rows(), TilePolicy.of(Models.FACE_CROP), smallestFace);
            Mat searched =
                    Views.of(picture, plan, TilePolicy.of(Models.FACE_CROP)).searched();
            byte[] pixels = new byte[searched.cols() * searched.rows()];
            searched.data().get(pixels);
            Files.write(frame, pixels);
            size = searched.cols() + " " + searched.rows() + " " + picture.cols() + " " + picture.rows();
        }
        List<String> command =
                new ArrayList<>(List.of(golden.toString(), ShapePredictor.DEBIAN_MODEL.toString(), frame.toString()));
        command.addAll(List.of(size.split(" ")));
        command.addAll(List.of(Double.toString(MARGIN), "0", tiles.toString()));
        return run(command).lines().toList();
    }

    private static String line(Face face) {
        Face.Measured measured = (Face.Measured) face;
        BoundingBox box = face.box();
        TileArea area = face.area();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%d %d %d %d %.0f %.0f %.0f %.0f",
                box.left(),
                box.top(),
                box.width(),
                box.height(),
                area.left(),
                area.top(),
                area.width(),
                area.height()));
        for (int i = 0; i < Landmarks.COUNT; i++) {
            line.append(' ')
                    .append(measured.landmarks().x(i))
                    .append(' ')
                    .append(measured.landmarks().y(i));
        }
        return line.append(String.format(Locale.ROOT, " %.4f", face.score())).toString();
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(command.toString()).isZero();
        return output;
    }
}
