package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.dlib.InstructionSet;
import org.emotionstream.dlib.ShapePredictor;

/** Builds {@code golden.cpp} with the flags of the module dlib, and runs it. */
final class GoldenProgram {
    private final Path program;
    private final Path folder;
    private final List<String> jobs = new ArrayList<>();

    /**
     * @param folder for the pixels that are handed over
     */
    GoldenProgram(Path folder) throws IOException {
        this.folder = folder;
        this.program = Path.of(System.getProperty("java.io.tmpdir"), "golden");
        Path source = Path.of(System.getProperty("emotionstream.root"), "models/landmarks/src/test/native/golden.cpp");
        if (Files.exists(program)
                && Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source)) > 0) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("g++", "-std=c++17", "-O3", "-DNDEBUG"));
        if (FaceDetector.instructionSet() == InstructionSet.AVX2) {
            command.add("-mavx2");
        }
        command.addAll(List.of(source.toString(), "-o", program.toString(), "-ldlib"));
        run(command, "");
    }

    /** Asks for the faces in these pixels, and for the points in these tiles. */
    void ask(Mat searched, Mat picture, double margin, double threshold, List<Face> faces) throws IOException {
        Path frame = folder.resolve("frame-" + jobs.size());
        byte[] pixels = new byte[searched.cols() * searched.rows()];
        assertThat(searched.isContinuous()).isTrue();
        searched.data().get(pixels);
        Files.write(frame, pixels);
        Path tiles = folder.resolve("tiles-" + jobs.size());
        try (OutputStream out = Files.newOutputStream(tiles)) {
            for (Face face : faces) {
                out.write(((Face.Measured) face).tile().toBytes());
            }
        }
        // Names in the folder where the program runs: it reads words, and the path of a checkout may have a blank.
        jobs.add(frame.getFileName() + " " + searched.cols() + " " + searched.rows() + " " + picture.cols() + " "
                + picture.rows() + " " + margin + " " + threshold + " " + tiles.getFileName() + "\n");
    }

    /** What it says to everything that it was asked: a line for each face, and "end" after each picture. */
    List<String> answers() throws IOException {
        return run(List.of(program.toString(), ShapePredictor.DEBIAN_MODEL.toString()), String.join("", jobs))
                .lines()
                .toList();
    }

    private String run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(command.toString()).isZero();
        return output;
    }
}
