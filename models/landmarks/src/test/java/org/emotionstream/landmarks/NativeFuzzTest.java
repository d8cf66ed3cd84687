package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.emotionstream.dlib.DlibPhotographs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./emotionstream test --fuzz --only native}. */
class NativeFuzzTest {
    private static final int INPUTS = 500;
    private static final int MOST_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void mutatedPicturesEndNoProcess() throws Exception {
        assertThat(DlibPhotographs.files()).isNotEmpty();
        NativeFuzz fuzz = new NativeFuzz(folder);

        fuzz.run(4, MOST_SECONDS, INPUTS);

        assertThat(folder.resolve("child.log")).exists();
        assertThat(fuzz.findings()).isZero();
        assertThat(fuzz.inputs()).isEqualTo(INPUTS);
    }
}
