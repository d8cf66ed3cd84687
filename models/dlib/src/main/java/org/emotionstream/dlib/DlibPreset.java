package org.emotionstream.dlib;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;

/**
 * What is bound: {@code faces.hpp} and {@code jpeg.hpp}. The library {@code libjniEmotionStreamDlib.so} is built once for each
 * instruction set; the build hands over the object file compiled for it, and the linker flags that prove
 * that nothing is left to resolve (no BLAS, no dlib, no libjpeg): see this module's pom.
 */
@Properties(
        value =
                @Platform(
                        value = "linux-x86_64",
                        include = {"faces.hpp", "jpeg.hpp"},
                        compiler = "cpp17",
                        library = "jniEmotionStreamDlib"))
final class DlibPreset {
    private DlibPreset() {}
}
