package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HexFormat;

/** A JPEG that lacks something, or has something more. */
final class JpegTrials {
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    private static final int MIDDLE_BYTES = 2_000;
    private static final int BEHIND_BYTES = 5_000;

    /** A segment of EXIF: the top of the scene is at the right of the pixels. */
    private static final byte[] TURNED = HexFormat.of()
            .parseHex(
                    "ffe10022" // segment APP1, 34 bytes
                            + "457869660000" // "Exif"
                            + "4d4d002a00000008" // TIFF, big-endian
                            + "0001" // one entry:
                            + "011200030000000100060000" // orientation 6
                            + "00000000");

    private final BufferedImage portrait;
    private final byte[] jpeg;

    JpegTrials(BufferedImage portrait) {
        this.portrait = portrait;
        this.jpeg = Encoding.jpeg(portrait);
    }

    void addTo(Trials trials) {
        byte[] progressive = Encoding.progressiveJpeg(portrait);
        trials.add("jpeg-whole", "a JPEG", jpeg, Expected.faces());
        trials.add(
                "jpeg-without-end",
                "the same without its last two bytes",
                Arrays.copyOf(jpeg, jpeg.length - END.length),
                Expected.facesOf("jpeg-whole"));
        trials.add(
                "jpeg-and-more",
                "the same with 5,000 zeros behind it",
                Arrays.copyOf(jpeg, jpeg.length + BEHIND_BYTES),
                Expected.facesOf("jpeg-whole"));
        trials.add(
                "jpeg-turned",
                "the same turned, with an orientation in EXIF",
                Encoding.join(Arrays.copyOf(turned(), 2), TURNED, Arrays.copyOfRange(turned(), 2, turned().length)),
                Expected.faces());
        for (int tenths : new int[] {3, 5, 9}) {
            trials.add(
                    "jpeg-cut-" + tenths,
                    tenths * 10 + " % of a JPEG, with an end marker",
                    Encoding.join(Arrays.copyOf(jpeg, jpeg.length * tenths / 10), END),
                    Expected.rejected("truncated"));
        }
        trials.add(
                "jpeg-cut-off", "half of a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), Expected.rejected("truncated"));
        trials.add(
                "progressive-cut",
                "a tenth of a progressive JPEG, with an end marker",
                Encoding.join(Arrays.copyOf(progressive, progressive.length / 10), END),
                Expected.rejected("truncated"));
        trials.add("jpeg-damaged", "a JPEG with 2,000 zeros in its middle", damaged(), Expected.notAnEmptyScene());
    }

    private byte[] damaged() {
        byte[] damaged = jpeg.clone();
        Arrays.fill(damaged, jpeg.length / 2, jpeg.length / 2 + MIDDLE_BYTES, (byte) 0);
        return damaged;
    }

    /** The portrait as a camera stores it that is held upright: a quarter turn to the left. */
    private byte[] turned() {
        BufferedImage turned = new BufferedImage(portrait.getHeight(), portrait.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < portrait.getHeight(); y++) {
            for (int x = 0; x < portrait.getWidth(); x++) {
                turned.setRGB(y, portrait.getWidth() - 1 - x, portrait.getRGB(x, y));
            }
        }
        return Encoding.jpeg(turned);
    }
}
