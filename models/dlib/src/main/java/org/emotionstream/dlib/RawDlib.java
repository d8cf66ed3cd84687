package org.emotionstream.dlib;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Name;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Properties;

/**
 * The native methods, one for one those of {@code faces.hpp} and {@code jpeg.hpp}, which document them. A C++ exception becomes
 * a {@link RuntimeException} with its message. Use only after {@link DlibLibrary#load()}.
 *
 * <p>Both peers hold a reference to themselves, so that a {@code PointerScope} that happens to be open around
 * their constructor does not free them at its end; {@code close()} gives it back.
 */
@Properties(inherit = DlibPreset.class)
@Namespace("emotionstream")
final class RawDlib {
    private RawDlib() {}

    static native @Cast("const char*") org.bytedeco.javacpp.BytePointer instruction_set();

    static native int check_jpeg(
            @Cast("int64_t") long address,
            @Cast("int64_t") long length,
            @Cast("char*") byte[] message,
            @Cast("int64_t*") long[] end);

    @Name("FaceDetector")
    static final class RawFaceDetector extends Pointer {
        RawFaceDetector(byte[] serialized) {
            super((Pointer) null);
            allocate(serialized, serialized.length);
            retainReference();
        }

        private native void allocate(@Cast("const char*") byte[] serialized, @Cast("int64_t") long length);

        native int detect(
                @Cast("int64_t") long address,
                int width,
                int height,
                @Cast("int64_t") long rowStride,
                int channels,
                double threshold);

        native void copy_detections(double[] fiveEach);
    }

    @Name("ShapePredictor")
    static final class RawShapePredictor extends Pointer {
        RawShapePredictor(String path) {
            super((Pointer) null);
            allocate(path);
            retainReference();
        }

        private native void allocate(String path);

        native int points();

        native void predict(
                @Cast("int64_t") long address,
                int width,
                int height,
                @Cast("int64_t") long rowStride,
                int channels,
                int left,
                int top,
                int right,
                int bottom,
                int[] coordinates);
    }
}
