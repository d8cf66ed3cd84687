package org.emotionstream.dlib;

import org.bytedeco.javacpp.BytePointer;

/** A test's own pixels in native memory. */
final class NativePixels implements AutoCloseable {
    private final BytePointer memory;
    private final Pixels pixels;

    private NativePixels(BytePointer memory, Pixels pixels) {
        this.memory = memory;
        this.pixels = pixels;
    }

    static NativePixels grey(byte[] bytes, int width, int height) {
        BytePointer memory = new BytePointer(bytes);
        return new NativePixels(memory, new Pixels(memory.address(), width, height, width, 1));
    }

    Pixels view() {
        return pixels;
    }

    @Override
    public void close() {
        memory.close();
    }
}
