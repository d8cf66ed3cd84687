package org.emotionstream.training.recipe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that tests make: noise, in which a detector with a very low threshold sees faces. */
public final class NoisePictures {
    private NoisePictures() {}

    /** A PNG of 100 x 100 pixels; same seed, same picture. */
    public static byte[] of(long seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 100; y += 4) {
            for (int x = 0; x < 100; x += 4) {
                int grey = random.nextInt(256);
                for (int i = 0; i < 16; i++) {
                    picture.getRaster().setSample(x + i % 4, y + i / 4, 0, grey);
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
