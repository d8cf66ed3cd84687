package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.EITHER;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.emotionstream.landmarks.hostile.HostilePicture.Expected;

/** All pictures that nobody should send, the same each time. */
public final class HostilePictures {
    private static final int FLIPS = 15;

    private final List<HostilePicture> pictures = new ArrayList<>();

    private HostilePictures() {}

    /** Several hundred. */
    public static List<HostilePicture> all() {
        HostilePictures all = new HostilePictures();
        new JpegInputs(all).build();
        new PngInputs(all).build();
        new WebpInputs(all).build();
        new BmpInputs(all).build();
        new OtherInputs(all).build();
        all.truncated("jpeg", JpegInputs.withoutEnd(Still.jpeg()), JpegInputs.boundaries(Still.jpeg()));
        byte[] progressive = Still.progressiveJpeg(64, 48);
        all.truncated("progressive jpeg", JpegInputs.withoutEnd(progressive), JpegInputs.boundaries(progressive));
        byte[] png = Still.png();
        all.truncated(
                "png", png, IntStream.of(PngBuilder.boundaries(png)).boxed().toList());
        all.truncated("webp", Still.webp(4), WebpInputs.boundaries(Still.webp(4)));
        all.truncated("lossless webp", Still.losslessWebp(), List.of(12, 20, 25));
        all.truncated("bmp", Still.bmp(), List.of(14, 18, 30, 54, 54 + 192, 54 + 48 * 192 - 192));
        all.flipped("jpeg", Still.jpeg());
        all.flipped("progressive jpeg", progressive);
        all.flipped("png", png);
        all.flipped("webp", Still.webp(3));
        all.flipped("lossless webp", Still.losslessWebp());
        all.flipped("bmp", Still.bmp());
        return List.copyOf(all.pictures);
    }

    void add(String kind, String name, Expected expected, byte[] bytes) {
        pictures.add(new HostilePicture(kind, name, expected, bytes));
    }

    /** Before, at and behind each boundary. */
    private void truncated(String format, byte[] whole, List<Integer> boundaries) {
        Set<Integer> lengths = new LinkedHashSet<>();
        for (int boundary : boundaries) {
            lengths.addAll(List.of(boundary, boundary + 1, boundary + 3));
        }
        lengths.add(whole.length - 1);
        lengths.stream()
                .filter(length -> length < whole.length)
                .forEach(length ->
                        add("truncated " + format, length + " bytes", REJECTED, Arrays.copyOf(whole, length)));
    }

    private void flipped(String format, byte[] whole) {
        Random random = new Random(whole.length);
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * (i % 3 == 0 ? Math.min(64, whole.length) : whole.length));
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            add("bit flips, " + format, "bit " + bit + " (" + i + ")", EITHER, flipped);
        }
    }
}
