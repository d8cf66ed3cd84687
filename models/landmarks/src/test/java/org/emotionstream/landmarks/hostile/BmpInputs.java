package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.ANSWERED;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.EITHER;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

/** BMPs: every version and depth, run lengths, headers that lie. */
final class BmpInputs {
    private static final int OS2 = 12;
    private static final int WINDOWS = 40;

    private final HostilePictures all;

    BmpInputs(HostilePictures all) {
        this.all = all;
    }

    void build() {
        all.add("bmp, other kinds", "24 bits", ANSWERED, Still.bmp());
        for (int version : new int[] {OS2, WINDOWS, 52, 56, 64, 108, 124}) {
            all.add("bmp, other kinds", "a header of " + version, EITHER, bmp(version, 20, 10, 24, 0, 54, 600));
        }
        for (int bits : new int[] {0, 1, 2, 4, 8, 15, 16, 24, 32, 64, 65_535}) {
            all.add("bmp, depth", bits + " bits", EITHER, bmp(WINDOWS, 20, 10, bits, 0, 54, 4000));
        }
        long[][] sizes = {
            {0, 0},
            {0, 9},
            {9, 0},
            {-1, 10},
            {-2147483648L, 1},
            {60_000, 60_000},
            {0x7FFFFFFFL, 0x7FFFFFFFL},
            {7072, 7072}
        };
        for (long[] size : sizes) {
            all.add(
                    "bmp, zero or huge size",
                    size[0] + " x " + size[1],
                    REJECTED,
                    bmp(WINDOWS, size[0], size[1], 24, 0, 54, 600));
        }
        all.add("bmp, lying size", "upside down", ANSWERED, bmp(WINDOWS, 20, -10, 24, 0, 54, 600));
        all.add("bmp, lying size", "the least height", REJECTED, bmp(WINDOWS, 1, -2147483648L, 24, 0, 54, 600));
        for (int compression : new int[] {1, 2, 3, 4, 5, 6, 255}) {
            all.add(
                    "bmp, compression",
                    "compression " + compression,
                    EITHER,
                    bmp(WINDOWS, 20, 10, compression == 2 ? 4 : 8, compression, 54 + 1024, 4000));
        }
        for (long offset : new long[] {0, 14, 53, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            all.add("bmp, lying header", "pixels at " + offset, EITHER, bmp(WINDOWS, 20, 10, 24, 0, offset, 600));
        }
        for (long colours : new long[] {1, 257, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            all.add(
                    "bmp, lying header",
                    "a palette of " + colours,
                    EITHER,
                    Bytes.withLittle32(bmp(WINDOWS, 20, 10, 8, 0, 54, 4000), 46, colours));
        }
        all.add("bmp, bomb", "run lengths of 20 megapixels", EITHER, bmp(WINDOWS, 4400, 4400, 8, 1, 54 + 1024, 2000));
        all.add("bmp, bomb", "run lengths of 4 gigapixels", REJECTED, bmp(WINDOWS, 65_000, 65_000, 8, 1, 54, 2000));
        all.add("bmp, runs", "runs beyond the row", EITHER, runs("ff01ff01ff010000"));
        all.add("bmp, runs", "steps beyond the picture", EITHER, runs("0002ffff0002ffff05010001"));
        all.add("bmp, runs", "literals beyond the end", EITHER, runs("00ff010203"));
        all.add("bmp, runs", "nothing", EITHER, runs(""));
    }

    private static byte[] runs(String hex) {
        return Bytes.joined(
                bmp(WINDOWS, 20, 10, 8, 1, 54 + 1024, 1024),
                new Bytes().hex(hex).done());
    }

    /** Rows and palette are zeros. */
    static byte[] bmp(int version, long width, long height, int bits, int compression, long offset, int rest) {
        Bytes bytes = new Bytes()
                .text("BM")
                .little32(14L + version + rest)
                .little32(0)
                .little32(version == OS2 ? 14 + OS2 : offset)
                .little32(version);
        if (version == OS2) {
            bytes.little16((int) width).little16((int) height).little16(1).little16(bits);
        } else {
            bytes.little32(width).little32(height).little16(1).little16(bits).little32(compression);
            bytes.raw(new byte[version - 20]);
        }
        return bytes.raw(new byte[rest]).done();
    }
}
