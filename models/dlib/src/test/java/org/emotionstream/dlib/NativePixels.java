package org.emotionstream.dlib;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;

/** A test's own pixels in native memory. */
final class NativePixels implements AutoCloseable {
    private final BytePointer memory;
    private final Pixels pixels;

    private NativePixels(byte[] bytes, int width, int height, long rowStride, int channels) {
        this.memory = new BytePointer(bytes);
        this.pixels = new Pixels(memory.address(), width, height, rowStride, channels);
    }

    /** All black. */
    static NativePixels black(int width, int height) {
        return new NativePixels(new byte[width * height], width, height, width, 1);
    }

    /** Any colours at all, the same ones for the same seed. */
    static NativePixels noise(int width, int height, long seed) {
        byte[] bytes = new byte[width * height * 3];
        new Random(seed).nextBytes(bytes);
        return new NativePixels(bytes, width, height, 3L * width, 3);
    }

    /** A photograph in grey, rows without a gap. */
    static NativePixels grey(Path photograph) throws IOException {
        return of(photograph, 1, 0);
    }

    /**
     * The same grey in every channel.
     *
     * @param gap unused bytes after each row
     */
    static NativePixels of(Path photograph, int channels, int gap) throws IOException {
        BufferedImage image = ImageIO.read(photograph.toFile());
        int stride = image.getWidth() * channels + gap;
        byte[] bytes = new byte[stride * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    bytes[y * stride + x * channels + channel] = (byte) (image.getRGB(x, y) >> 8);
                }
            }
        }
        return new NativePixels(bytes, image.getWidth(), image.getHeight(), stride, channels);
    }

    /** Its memory, gaps included. */
    byte[] toBytes() {
        byte[] bytes = new byte[Math.toIntExact(memory.capacity())];
        memory.get(bytes);
        return bytes;
    }

    Pixels view() {
        return pixels;
    }

    @Override
    public void close() {
        memory.close();
    }
}
