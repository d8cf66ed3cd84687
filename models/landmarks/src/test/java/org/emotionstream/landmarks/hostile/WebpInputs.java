package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.ANSWERED;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.EITHER;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** WebPs: animated, with a canvas that lies, bombs, chunks that lie. */
final class WebpInputs {
    private static final int FIRST_CHUNK = 12;
    private static final int DATA = 20;
    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;

    private final HostilePictures all;

    WebpInputs(HostilePictures all) {
        this.all = all;
    }

    void build() {
        byte[] lossy = Still.webp(3);
        byte[] chunk = Arrays.copyOfRange(lossy, FIRST_CHUNK, lossy.length);
        all.add("webp, other kinds", "lossy", ANSWERED, lossy);
        all.add("webp, other kinds", "lossless", ANSWERED, Still.losslessWebp());
        all.add("webp, alpha", "lossy with alpha", ANSWERED, Still.webp(4));
        for (int frames : new int[] {0, 1, 3, 2000}) {
            all.add(
                    "webp, animated",
                    frames + " frames",
                    frames == 0 ? EITHER : ANSWERED,
                    animated(64, 48, chunk, frames));
        }
        all.add("webp, animated", "the canvas smaller than its frames", EITHER, animated(16, 16, chunk, 2));
        all.add("webp, animated", "the canvas of 268 megapixels", REJECTED, animated(16_384, 16_384, chunk, 2));
        all.add("webp, lying size", "the canvas smaller than the picture", EITHER, extended(0, 16, 16, chunk));
        all.add("webp, lying size", "the canvas larger than the picture", EITHER, extended(0, 4000, 4000, chunk));
        all.add("webp, lying size", "the canvas of 2^48 pixels", REJECTED, extended(0, 1 << 24, 1 << 24, chunk));
        all.add("webp, lying header", "alpha that is not there", EITHER, extended(ALPHA, 64, 48, chunk));
        all.add("webp, lying header", "all flags", EITHER, extended(0xFF, 64, 48, chunk));
        all.add(
                "webp, lying header",
                "a huge profile",
                EITHER,
                riff(Bytes.joined(
                        chunk(
                                "VP8X",
                                new Bytes()
                                        .little32(0x20)
                                        .little24(63)
                                        .little24(47)
                                        .done()),
                        chunk("ICCP", new byte[1 << 20]),
                        chunk)));
        sizes(lossy);
        for (long length : new long[] {0, 1, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            all.add("webp, lying header", "a chunk of " + length, EITHER, Bytes.withLittle32(lossy, 16, length));
            all.add("webp, lying header", "a container of " + length, EITHER, Bytes.withLittle32(lossy, 4, length));
        }
        all.add("webp, damaged", "no key frame", REJECTED, Bytes.with(lossy, DATA, (byte) (lossy[DATA] | 1)));
        all.add("webp, damaged", "an unknown first chunk", REJECTED, Bytes.with(lossy, FIRST_CHUNK, (byte) 'X'));
        all.add("webp, damaged", "no chunk", REJECTED, riff(new byte[0]));
        all.add("webp, damaged", "a sound", REJECTED, Bytes.with(lossy, 8, "WAVE".getBytes(StandardCharsets.UTF_8)));
        all.add("webp, bomb", "20 megapixels, lossless", EITHER, blank(101));
        all.add("webp, bomb", "20 megapixels, lossy", EITHER, blank(10));
    }

    private void sizes(byte[] lossy) {
        int[][] sizes = {{0, 0}, {0, 48}, {64, 0}, {1, 1}, {16_383, 16_383}, {16_383, 1}, {65, 49}, {640, 480}};
        for (int[] size : sizes) {
            byte[] lying = Bytes.with(
                    lossy, DATA + 6, (byte) size[0], (byte) (size[0] >> 8), (byte) size[1], (byte) (size[1] >> 8));
            boolean none = (long) size[0] * size[1] == 0 || (long) size[0] * size[1] > 50_000_000;
            all.add("webp, lying size", size[0] + " x " + size[1], none ? REJECTED : EITHER, lying);
        }
    }

    private static byte[] blank(int quality) {
        try (Mat mat = new Mat(4400, 4400, org.bytedeco.opencv.global.opencv_core.CV_8UC3, new Scalar(9))) {
            return Still.encoded(".webp", mat, 64, quality);
        }
    }

    private static byte[] animated(int width, int height, byte[] still, int frames) {
        Bytes chunks = new Bytes().raw(canvas(ANIMATION, width, height)).raw(chunk("ANIM", new byte[6]));
        byte[] frame = new Bytes()
                .little24(0)
                .little24(0)
                .little24(63)
                .little24(47)
                .little24(100)
                .u8(0)
                .raw(still)
                .done();
        for (int i = 0; i < frames; i++) {
            chunks.raw(chunk("ANMF", frame));
        }
        return riff(chunks.done());
    }

    private static byte[] extended(int flags, int width, int height, byte[] still) {
        return riff(Bytes.joined(canvas(flags, width, height), still));
    }

    private static byte[] canvas(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new Bytes()
                        .little32(flags)
                        .little24(width - 1)
                        .little24(height - 1)
                        .done());
    }

    private static byte[] chunk(String type, byte[] data) {
        Bytes chunk = new Bytes().text(type).little32(data.length).raw(data);
        return (data.length % 2 == 0 ? chunk : chunk.u8(0)).done();
    }

    private static byte[] riff(byte[] chunks) {
        return new Bytes()
                .text("RIFF")
                .little32(4 + chunks.length)
                .text("WEBP")
                .raw(chunks)
                .done();
    }

    /** Where the chunks begin. */
    static List<Integer> boundaries(byte[] webp) {
        List<Integer> boundaries = new ArrayList<>();
        for (long at = FIRST_CHUNK; at + 8 <= webp.length; ) {
            boundaries.add((int) at);
            at += 8L + (ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt((int) at + 4) + 1L) / 2 * 2;
        }
        return boundaries;
    }
}
