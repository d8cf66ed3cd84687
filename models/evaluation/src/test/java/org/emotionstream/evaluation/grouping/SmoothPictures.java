package org.emotionstream.evaluation.grouping;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests that are as smooth as photographs: some soft spots at places of their own. */
final class SmoothPictures {
    private static final int SIDE = 64;
    private static final int SPOTS = 12;

    private SmoothPictures() {}

    /** Grey, 64 x 64; same seed, same picture. */
    static BufferedImage of(long seed) {
        Random random = new Random(seed);
        double[][] grey = new double[SIDE][SIDE];
        for (int spot = 0; spot < SPOTS; spot++) {
            double x = random.nextInt(SIDE);
            double y = random.nextInt(SIDE);
            double radius = 4 + random.nextInt(14);
            double height = random.nextInt(161) - 80;
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double distance = Math.hypot(row - y, column - x) / radius;
                    grey[row][column] += height * Math.exp(-distance * distance);
                }
            }
        }
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                picture.getRaster().setSample(column, row, 0, Math.max(0, Math.min(255, 128 + grey[row][column])));
            }
        }
        return picture;
    }

    static BufferedImage mirrored(BufferedImage picture) {
        BufferedImage mirrored = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        mirrored.createGraphics().drawImage(picture, SIDE, 0, -SIDE, SIDE, null);
        return mirrored;
    }

    static BufferedImage brightened(BufferedImage picture) {
        return new RescaleOp(1.1f, 10, null).filter(picture, null);
    }

    /** Without a frame of this many pixels. */
    static BufferedImage cropped(BufferedImage picture, int frame) {
        return picture.getSubimage(frame, frame, SIDE - 2 * frame, SIDE - 2 * frame);
    }

    static byte[] png(BufferedImage picture) {
        return encoded(picture, "png");
    }

    static byte[] bmp(BufferedImage picture) {
        return encoded(picture, "bmp");
    }

    static byte[] jpeg(BufferedImage picture) {
        return encoded(picture, "jpeg");
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("this Java cannot write " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
    }
}
