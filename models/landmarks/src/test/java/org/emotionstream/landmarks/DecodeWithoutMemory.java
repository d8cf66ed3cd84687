package org.emotionstream.landmarks;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.landmarks.hostile.Still;

/** Takes all memory that the process may have but a little, then decodes pictures that need more; says what became of each. */
public final class DecodeWithoutMemory {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final long CHUNK_BYTES = 8L << 20;
    private static final int CHUNKS_LEFT = 3;

    private DecodeWithoutMemory() {}

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    public static void main(String[] arguments) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            pictures.put("progressive JPEG", Still.blankProgressiveJpeg(WIDTH, HEIGHT));
            pictures.put("PNG", Still.blankPng(WIDTH, HEIGHT));
        }
        pictures.forEach((name, picture) -> System.out.println("before: " + outcome(name, picture)));
        Deque<Pointer> ballast = new ArrayDeque<>();
        for (Pointer chunk = Pointer.malloc(CHUNK_BYTES); chunk != null; chunk = Pointer.malloc(CHUNK_BYTES)) {
            ballast.push(chunk);
        }
        for (int chunk = 0; chunk < CHUNKS_LEFT; chunk++) {
            Pointer.free(ballast.pop());
        }
        pictures.forEach((name, picture) -> System.out.println("after: " + outcome(name, picture)));
        // What is still there need not be enough for an orderly end.
        Runtime.getRuntime().halt(0);
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private static String outcome(String name, byte[] picture) {
        try (PointerScope scope = new PointerScope()) {
            PictureDecoder.Result result = PictureDecoder.DEFAULT.decode(ByteBuffer.wrap(picture), false);
            return name + " " + (result instanceof PictureDecoder.Result.Pixels ? "decoded" : result.toString());
        } catch (RuntimeException | OutOfMemoryError e) {
            return name + (NativeMemoryException.isCauseOf(e) ? " had no memory" : " failed: " + e);
        }
    }
}
