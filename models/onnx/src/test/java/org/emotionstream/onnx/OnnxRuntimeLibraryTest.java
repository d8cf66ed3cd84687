package org.emotionstream.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.contract.nativelibraries.NativeFolder;
import org.emotionstream.contract.nativelibraries.NativeLibraryException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeLibraryTest {
    private static final String LIBRARY = "libonnxruntime.so";
    private static final String BINDING = "libonnxruntime4j_jni.so";

    @TempDir
    Path folder;

    private final String before = System.getProperty(NativeFolder.PROPERTY);

    @BeforeEach
    void useTheFolderOfTheTest() {
        System.setProperty(NativeFolder.PROPERTY, folder.toString());
    }

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(NativeFolder.PROPERTY);
        } else {
            System.setProperty(NativeFolder.PROPERTY, before);
        }
    }

    @Test
    void unpacksBothLibrariesIntoAFolderOfTheirVersion() throws IOException {
        Path unpacked = OnnxRuntimeLibrary.unpacked().path();
        assertThat(unpacked.getParent()).isEqualTo(folder);
        assertThat(unpacked.getFileName().toString()).matches("onnxruntime-[0-9a-f]{8}");
        assertThat(names(unpacked)).containsExactlyInAnyOrder(LIBRARY, BINDING, ".lock");
        assertThat(Files.size(unpacked.resolve(LIBRARY))).isGreaterThan(20_000_000);
    }

    @Test
    void keepsWhatIsWhole() throws IOException {
        Path library = OnnxRuntimeLibrary.unpacked().path().resolve(LIBRARY);
        Object file = Files.getAttribute(library, "unix:ino");
        OnnxRuntimeLibrary.unpacked();
        assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(file);
    }

    @Test
    void replacesAFileOfTheSameSizeWithAnotherContent() throws IOException {
        Path library = OnnxRuntimeLibrary.unpacked().path().resolve(LIBRARY);
        byte[] whole = Files.readAllBytes(library);
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
            file.seek(whole.length / 2);
            file.write(new byte[4096]);
        }
        OnnxRuntimeLibrary.unpacked();
        assertThat(Files.readAllBytes(library)).isEqualTo(whole);
    }

    @Test
    void whatAKilledProcessLeftIsReplaced() throws IOException {
        Path unpacked = OnnxRuntimeLibrary.unpacked().path();
        Files.write(unpacked.resolve(BINDING), new byte[] {1});
        Files.write(unpacked.resolve(LIBRARY + ".part"), new byte[] {1});
        Files.delete(unpacked.resolve(LIBRARY));
        OnnxRuntimeLibrary.unpacked();
        assertThat(Files.size(unpacked.resolve(BINDING))).isGreaterThan(1);
        assertThat(names(unpacked)).containsExactlyInAnyOrder(LIBRARY, BINDING, ".lock");
    }

    @Test
    void fourProcessesThatUnpackAtOnceShareOneCopy() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-D" + NativeFolder.PROPERTY + "=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadOnnxRuntime.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output-" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 4; i++) {
            assertThat(processes.get(i).waitFor())
                    .as(() -> "a process that loads ONNX Runtime")
                    .isZero();
            assertThat(folder.resolve("output-" + i)).content().startsWith("loaded ");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".so"))).hasSize(2);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        System.setProperty(NativeFolder.PROPERTY, file.toString());
        assertThatThrownBy(OnnxRuntimeLibrary::unpacked)
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageStartingWith("cannot load ONNX Runtime from " + file)
                .hasMessageContaining("the folder cannot be made");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
