package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import org.apache.kafka.common.record.internal.CompressionType;

/** Each codec that a client may pack its batches with. */
final class CodecTrials {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 500;

    private CodecTrials() {}

    static void addTo(Trials trials) {
        // Compressible: some clients send what becomes no smaller as it is.
        byte[] bmp = Encoding.encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "bmp");
        for (CompressionType codec : CompressionType.values()) {
            String name = "codec-" + codec.name;
            trials.add(
                    name,
                    "a black BMP in a batch packed by " + codec.name,
                    Sent.of(trials.id(name), bmp).packedBy(codec.name),
                    Expected.noFace());
        }
    }
}
