package org.emotionstream.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeLibraryTest {
    private static final String PROPERTY = "onnxruntime.native.path";

    @TempDir
    Path folder;

    private final String before = System.getProperty(PROPERTY);

    @BeforeEach
    void nothingIsSet() {
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void asItWas() {
        System.clearProperty(PROPERTY);
        if (before != null) {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void unpacksTheLibraryAndNamesItsFolder() throws Exception {
        OnnxRuntimeLibrary.useFolder(folder.resolve("native"));
        assertThat(System.getProperty(PROPERTY))
                .isEqualTo(folder.resolve("native").toString());
        assertThat(names()).containsExactlyInAnyOrder("libonnxruntime.so", "libonnxruntime4j_jni.so");
        assertThat(folder.resolve("native/libonnxruntime.so"))
                .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(20_000_000));
    }

    @Test
    void keepsWhatIsThereAndReplacesWhatIsAnother() throws Exception {
        OnnxRuntimeLibrary.useFolder(folder.resolve("native"));
        System.clearProperty(PROPERTY);
        Path kept = folder.resolve("native/libonnxruntime.so");
        Object key = Files.readAttributes(kept, "unix:ino").get("ino");
        Path other = Files.write(folder.resolve("native/libonnxruntime4j_jni.so"), new byte[] {1});
        OnnxRuntimeLibrary.useFolder(folder.resolve("native"));
        assertThat(Files.readAttributes(kept, "unix:ino").get("ino")).isEqualTo(key);
        assertThat(Files.size(other)).isGreaterThan(1);
        assertThat(names()).hasSize(2);
    }

    @Test
    void aFolderThatTheOperatorSetWins() throws Exception {
        System.setProperty(PROPERTY, "/somewhere/else");
        OnnxRuntimeLibrary.useFolder(folder.resolve("native"));
        assertThat(System.getProperty(PROPERTY)).isEqualTo("/somewhere/else");
        assertThat(folder.resolve("native")).doesNotExist();
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("native"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
