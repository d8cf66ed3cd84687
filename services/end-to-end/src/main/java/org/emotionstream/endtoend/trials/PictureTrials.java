package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Base64;

/** One portrait, however it is packed. */
final class PictureTrials {
    private static final int GAMMA_OF_SRGB = 45_455;
    private static final int OPAQUE = 0xFF000000;
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private final BufferedImage portrait;

    PictureTrials(BufferedImage portrait) {
        this.portrait = tinted(portrait);
    }

    void addTo(Trials trials) {
        byte[] png = Encoding.encoded(portrait, "png");
        trials.add("jpeg", "a JPEG of one face", Encoding.jpeg(portrait), Expected.faces());
        trials.add("progressive-jpeg", "the same, progressive", Encoding.progressiveJpeg(portrait), Expected.faces());
        trials.add("bmp", "the same pixels as BMP", Encoding.encoded(portrait, "bmp"), Expected.faces());
        trials.add("png", "the same pixels as PNG", png, Expected.facesOf("bmp"));
        trials.add(
                "png-srgb",
                "the same pixels as PNG with an sRGB chunk",
                Encoding.withChunk(png, "sRGB", new byte[1]),
                Expected.facesOf("bmp"));
        trials.add(
                "png-gamma",
                "the same pixels as PNG with a gAMA chunk",
                Encoding.withChunk(
                        png,
                        "gAMA",
                        ByteBuffer.allocate(Integer.BYTES).putInt(GAMMA_OF_SRGB).array()),
                Expected.facesOf("bmp"));
        trials.add(
                "png-opaque",
                "the same pixels as PNG with alpha, all opaque",
                Encoding.encoded(withAlpha(OPAQUE), "png"),
                Expected.facesOf("bmp"));
        trials.add(
                "png-transparent",
                "the same pixels as PNG with alpha, all transparent",
                Encoding.encoded(withAlpha(0), "png"),
                Expected.noFace());
        trials.add("webp", "a WebP of one pixel", Base64.getDecoder().decode(WEBP), Expected.noFace());
        trials.add("png-cut", "half of a PNG, with its end", Encoding.cutPng(png), Expected.rejected("truncated"));
        trials.add("empty", "a value without a byte", new byte[0], Expected.rejected("empty"));
        trials.add("null", "no value", (byte[]) null, Expected.rejected("empty"));
    }

    /** Colours that are far from each other in grey. */
    private static BufferedImage tinted(BufferedImage portrait) {
        BufferedImage tinted =
                Encoding.drawn(portrait, BufferedImage.TYPE_INT_RGB, portrait.getWidth(), portrait.getHeight());
        for (int y = 0; y < tinted.getHeight(); y++) {
            for (int x = 0; x < tinted.getWidth(); x++) {
                int rgb = tinted.getRGB(x, y);
                int green = (rgb >> 8 & 0xFF) * 7 / 10;
                tinted.setRGB(x, y, rgb & 0xFF00FF | green << 8);
            }
        }
        return tinted;
    }

    private BufferedImage withAlpha(int alpha) {
        BufferedImage picture =
                new BufferedImage(portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, portrait.getRGB(x, y) & 0xFFFFFF | alpha);
            }
        }
        return picture;
    }
}
