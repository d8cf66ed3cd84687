package org.emotionstream.deploy.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders a folder, with the same program that an operator would use. */
final class Kustomize {
    /** Names the program, where none is on the PATH: the front door installs one. */
    private static final String VARIABLE = "EMOTIONSTREAM_KUBECTL";

    private Kustomize() {}

    /** The command that a folder is to be added to; empty where there is neither kubectl nor kustomize. */
    static Optional<List<String>> command() {
        Optional<List<String>> named = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .map(file -> List.of(file, "kustomize"));
        return Stream.of(
                        named,
                        onPath("kubectl").map(file -> List.of(file, "kustomize")),
                        onPath("kustomize").map(file -> List.of(file, "build")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What the folder renders to. */
    static String render(List<String> command, Path folder) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kustomize", ".log");
        try {
            Process process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(folder.toString()))
                            .toList())
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(folder + " does not render: " + Files.readString(errors));
            }
            return yaml;
        } finally {
            Files.delete(errors);
        }
    }
}
