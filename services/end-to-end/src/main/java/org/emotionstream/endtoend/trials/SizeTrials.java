package org.emotionstream.endtoend.trials;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures that are large, thin, or too large. */
final class SizeTrials {
    private static final int MEBIBYTE = 1 << 20;

    /** The width of the portrait in the picture: its face is above the size that the answer to 48 megapixels states. */
    private static final int PORTRAIT = 900;

    private final BufferedImage portrait;

    SizeTrials(BufferedImage portrait) {
        this.portrait = portrait;
    }

    void addTo(Trials trials) {
        large(trials, "large-12", 4_032, 3_024, "of 12 megapixels, as phones make");
        large(trials, "large-24", 6_000, 4_000, "of 24 megapixels");
        large(trials, "large-48", 8_000, 6_000, "of 48 megapixels");
        trials.add("thin-jpeg", "a JPEG of 65,000 x 1", Encoding.jpeg(grey(65_000, 1)), Expected.noFace());
        trials.add("thin-png", "a PNG of 100,000 x 2", Encoding.encoded(grey(100_000, 2), "png"), Expected.noFace());
        trials.add("one-pixel", "a PNG of 1 x 1", Encoding.encoded(grey(1, 1), "png"), Expected.noFace());
        trials.add(
                "too-many-pixels",
                "a PNG that claims 60,000 x 60,000",
                Encoding.pngThatClaims(60_000, 60_000),
                Expected.rejected("too-many-pixels"));
        byte[] noise = new byte[16 * MEBIBYTE - Encoding.jpeg(portrait).length];
        new Random(1).nextBytes(noise);
        trials.add(
                "largest",
                "a JPEG with what makes it 16 MiB behind it",
                Encoding.join(Encoding.jpeg(portrait), noise),
                Expected.faces());
        trials.add("too-large", "17 MiB", new byte[17 * MEBIBYTE], Expected.rejected("too-large"));
    }

    private void large(Trials trials, String name, int width, int height, String input) {
        BufferedImage picture = grey(width, height);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(
                portrait, width / 3, height / 3, PORTRAIT, PORTRAIT * portrait.getHeight() / portrait.getWidth(), null);
        graphics.dispose();
        trials.add(name, "a JPEG " + input + ", with a face", Encoding.jpeg(picture), Expected.faces());
    }

    private static BufferedImage grey(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }
}
