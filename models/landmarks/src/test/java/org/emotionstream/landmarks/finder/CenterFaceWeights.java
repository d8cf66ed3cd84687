package org.emotionstream.landmarks.finder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * CenterFace's weights, which this repository does not hold: the file that the environment variable {@value #VARIABLE} names,
 * else the one at which set-up puts it. Where there is none, the test that asks for it is skipped, and says so.
 */
final class CenterFaceWeights {
    static final String VARIABLE = "EMOTIONSTREAM_CENTERFACE";

    /** Below the root of the checkout. */
    private static final String SET_UP = ".emotionstream/weights/centerface.onnx";

    private CenterFaceWeights() {}

    static Path file() {
        String named = System.getenv(VARIABLE);
        Path file = named == null || named.isEmpty()
                ? Path.of(System.getProperty("emotionstream.root"), SET_UP)
                : Path.of(named);
        Assumptions.assumeTrue(
                Files.isRegularFile(file), () -> "there are no weights of CenterFace at " + file + ", see " + VARIABLE);
        return file;
    }
}
