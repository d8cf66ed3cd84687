package org.emotionstream.contract.nativelibraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
    @TempDir
    Path folder;

    private final String before = System.getProperty(NativeFolder.PROPERTY);

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(NativeFolder.PROPERTY);
        } else {
            System.setProperty(NativeFolder.PROPERTY, before);
        }
    }

    @Test
    void liesBelowTheWorkingDirectoryWhereNothingIsSet() {
        System.clearProperty(NativeFolder.PROPERTY);
        assertThat(NativeFolder.of("javacpp", 1).path())
                .isEqualTo(Path.of(".emotionstream/native/javacpp").toAbsolutePath());
    }

    @Test
    void liesWhereThePropertySays() {
        System.setProperty(NativeFolder.PROPERTY, folder.toString());
        assertThat(NativeFolder.of("javacpp", 1).make("OpenCV").path()).isEqualTo(folder.resolve("javacpp"));
        assertThat(folder.resolve("javacpp")).isDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithItsCause() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        NativeFolder below = new NativeFolder(file.resolve("javacpp"), 1);
        assertThatThrownBy(() -> below.make("OpenCV"))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageStartingWith("cannot load OpenCV from " + below.path() + ": the folder cannot be made: ")
                .hasMessageContaining(NativeFolder.VARIABLE);
    }

    @Test
    void aFolderOfTheKernelCannotBeWritten() {
        assertThatThrownBy(() -> new NativeFolder(Path.of("/proc/emotionstream"), 1).make("OpenCV"))
                .hasMessageStartingWith("cannot load OpenCV from /proc/emotionstream: the folder cannot be made: ");
    }

    @Test
    void aFullDiskIsNamedBeforeWhatTheLoaderSays() {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("no jniopencv_core in java.library.path\nat somewhere");
        assertThat(new NativeFolder(folder, Integer.MAX_VALUE).failure("OpenCV", error))
                .hasCause(error)
                .hasMessageStartingWith("cannot load OpenCV from " + folder + ": the disk of the folder is full: ")
                .hasMessageContaining("the loader says: no jniopencv_core in java.library.path")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aTooOldCLibraryIsNamed() {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("libc.so.6: version `GLIBC_2.38' not found");
        assertThat(new NativeFolder(folder, 0).failure("OpenCV", error))
                .hasMessageContaining("the C or C++ library of this machine is older than the library needs");
    }
}
