package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.junit.jupiter.api.Test;

/** A machine, or a limit, without memory is no fault of a picture. */
class MemoryIsShortTest {
    private static final int MOST_KILOBYTES = 6 << 20;

    @Test
    void aPictureForWhichThereIsNoMemoryIsNotRejected() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -v " + MOST_KILOBYTES + "; exec \"$@\"",
                        "bash",
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=32m",
                        "-XX:CompressedClassSpaceSize=32m",
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                        "-Dorg.bytedeco.javacpp.maxBytes=0",
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecodeWithoutMemory.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(output.lines())
                .containsExactly(
                        "before: progressive JPEG decoded",
                        "before: PNG decoded",
                        "after: progressive JPEG had no memory",
                        "after: PNG had no memory");
    }

    @Test
    void openCvsOwnWordsAreKnown() {
        OpenCvLibrary.load();

        Throwable thrown = catchThrowable(() -> new Mat(1 << 30, 1 << 30, CV_8UC1).close());

        assertThat(NativeMemoryException.isCauseOf(thrown)).as("%s", thrown).isTrue();
    }
}
