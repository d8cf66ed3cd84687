package org.emotionstream.contract.nativelibraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeMemoryExceptionTest {
    /** libstdc++ by way of JavaCPP, OpenCV, libjpeg, ONNX Runtime twice, the C library. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "std::bad_alloc",
                "OpenCV(4.13.0) alloc.cpp:73: error: (-4:Insufficient memory) Failed to allocate 7 bytes in function 'x'",
                "Insufficient memory (case 4)",
                "Error code - ORT_RUNTIME_EXCEPTION - message: Failed to allocate memory for requested buffer of size 7",
                "Available memory of 12 is smaller than requested bytes of 4096",
                "Cannot allocate memory"
            })
    void recognisesWhatNativeLibrariesSayWhenMemoryIsShort(String message) {
        assertThat(NativeMemoryException.says(message)).isTrue();
        assertThat(NativeMemoryException.isCauseOf(new RuntimeException(message)))
                .isTrue();
        assertThat(NativeMemoryException.isCauseOf(new RuntimeException("dlib failed", new IOException(message))))
                .isTrue();
    }

    @Test
    void recognisesThatJavaHadNone() {
        assertThat(NativeMemoryException.isCauseOf(new RuntimeException(new OutOfMemoryError("Physical memory usage"))))
                .isTrue();
        assertThat(NativeMemoryException.isCauseOf(new NativeMemoryException("no memory to decode")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OpenCV(4.13.0) error: (-215:Assertion failed) !buf.empty() in function 'imdecode_'",
                "Corrupt JPEG data: bad Huffman code",
                "Non-zero status code returned while running Conv node"
            })
    void anyOtherFailureIsNone(String message) {
        assertThat(NativeMemoryException.isCauseOf(new RuntimeException(message)))
                .isFalse();
        assertThat(NativeMemoryException.isCauseOf(new RuntimeException())).isFalse();
    }
}
