package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.BoundingBox;

/** What dlib itself finds in photographs, by a small C++ program that is compiled for the test. */
final class ReferenceBoxes {
    private ReferenceBoxes() {}

    static List<DemoIT.Face> of(List<Path> photographs, Path work) throws IOException, InterruptedException {
        Path source = CommandLineInterface.root().resolve("services/end-to-end/src/test/cpp/reference-boxes.cpp");
        Path program = work.resolve("reference-boxes");
        run(List.of("g++", "-O2", "-std=c++14", source.toString(), "-o", program.toString(), "-ldlib"), work);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        photographs.forEach(file -> command.add(file.toString()));
        List<DemoIT.Face> faces = new ArrayList<>();
        for (String line : run(command, work)) {
            String[] words = line.split(" ");
            faces.add(new DemoIT.Face(
                    Path.of(words[0]).getFileName().toString(),
                    new BoundingBox(
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]),
                            Integer.parseInt(words[4]))));
        }
        return faces;
    }

    private static List<String> run(List<String> command, Path work) throws IOException, InterruptedException {
        Path output = work.resolve("reference-boxes.txt");
        Path errors = work.resolve("reference-boxes.errors");
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
