package org.emotionstream.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The version of ONNX Runtime that is used cannot report to anybody: a library that opens connections imports these
 * functions of the C library, and their names stand in its table of symbols. Version 1.29.0 imports all of them.
 */
class OnnxRuntimeReportsNothingTest {
    @ParameterizedTest
    @ValueSource(strings = {"socket", "connect", "getaddrinfo", "popen"})
    void importsNoFunctionThatReachesOut(String function) throws IOException {
        for (String library : new String[] {"libonnxruntime.so", "libonnxruntime4j_jni.so"}) {
            assertThat(text(library).contains("\0" + function + "\0"))
                    .as("%s of this version imports %s: it may report to its makers", library, function)
                    .isFalse();
        }
    }

    @Test
    void theSearchFindsWhatIsImported() throws IOException {
        assertThat(text("libonnxruntime.so")).contains("\0getenv\0");
    }

    private static String text(String library) throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/" + library)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
