package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emotionstream.contract.nativelibraries.NativeFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opening the models unpacks and says, each in a process of its own: a library is loaded once. */
class NativeFolderOfFaceModelsTest {
    @TempDir
    Path folder;

    @Test
    void openingTheModelsUnpacksAndUsesEveryLibraryWithoutAnyFlag() throws Exception {
        Path unpacked = folder.resolve(NativeFolder.DEFAULT).resolve("javacpp");
        assertThat(open()).isEqualTo("opened");
        try (Stream<Path> files = Files.walk(unpacked)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(
                            "libopenblas.so.0",
                            "libjniopencv_core.so",
                            "libjniopencv_imgproc.so",
                            "libjniopencv_imgcodecs.so");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedInTheFirstLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(open("-D" + NativeFolder.PROPERTY + "=" + file))
                .startsWith("cannot load OpenCV from " + file.resolve("javacpp") + ": the folder cannot be made: ");
    }

    private String open(String... flags) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx64m",
                                        "-XX:TieredStopAtLevel=1"),
                                Stream.of(flags),
                                Stream.of("-cp", System.getProperty("java.class.path"), OpenFaceModels.class.getName()))
                        .flatMap(words -> words)
                        .toList())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
