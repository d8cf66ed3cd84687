package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class FileFailureTest {
    @Test
    void saysTheKindOfWhatJavaNamesByThePathAlone() {
        assertThat(FileFailure.inWords(new NoSuchFileException("/a"))).isEqualTo("there is no such file or folder: /a");
        assertThat(FileFailure.inWords(new AccessDeniedException("/a"))).isEqualTo("no permission: /a");
        assertThat(FileFailure.inWords(new FileAlreadyExistsException("/a"))).isEqualTo("it exists already: /a");
        assertThat(FileFailure.inWords(new NotDirectoryException("/a"))).isEqualTo("it is no folder: /a");
        assertThat(FileFailure.inWords(new FileSystemException("/a", "/b", "No space left on device")))
                .isEqualTo("No space left on device: /a -> /b");
        assertThat(FileFailure.kind(new AccessDeniedException("/a"))).isEqualTo("no permission");
        assertThat(FileFailure.kind(new FileSystemException("/a", null, "Is a directory")))
                .isEqualTo("Is a directory");
        assertThat(FileFailure.inWords(new IOException())).isEqualTo("IOException");
        assertThat(FileFailure.inWords(new IOException("half a zip"))).isEqualTo("half a zip");
    }

    @Test
    void saysTheCauseOfAWrapperOnce() {
        IOException cause = new AccessDeniedException("/a");

        assertThat(FileFailure.inWords(new UncheckedIOException(cause))).isEqualTo("no permission: /a");
        assertThat(FileFailure.inWords(new UncheckedIOException("cannot list /a", cause)))
                .isEqualTo("cannot list /a: no permission: /a");
        assertThat(FileFailure.inWords(new IllegalStateException("cannot list it: no permission: /a", cause)))
                .isEqualTo("cannot list it: no permission: /a");
        assertThat(FileFailure.inWords(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
