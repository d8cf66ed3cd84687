package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.ANSWERED;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.EITHER;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

import java.util.Arrays;

/** PNGs: every depth and colour, interlaced, animated, bombs, chunks that lie. */
final class PngInputs {
    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};
    private static final int SIDE = 160;

    private final HostilePictures all;

    PngInputs(HostilePictures all) {
        this.all = all;
    }

    void build() {
        kinds();
        sizes();
        bombs();
        chunks();
        animated();
    }

    private void kinds() {
        for (int colour : new int[] {0, 2, 3, 4, 6}) {
            for (int depth : new int[] {1, 2, 4, 8, 16}) {
                boolean allowed = colour == 0 || (colour == 3 ? depth <= 8 : depth >= 8);
                for (int interlace : new int[] {0, 1}) {
                    String kind = depth == 16 ? "png, 16 bits" : colour >= 4 ? "png, alpha" : "png, other kinds";
                    all.add(
                            interlace == 1 ? "png, interlaced" : kind,
                            "colour " + colour + ", depth " + depth + ", interlace " + interlace,
                            allowed ? ANSWERED : EITHER,
                            black(SIDE, SIDE, depth, colour, interlace));
                }
            }
        }
        for (int wrong : new int[] {1, 5, 7, 255}) {
            all.add("png, lying header", "colour type " + wrong, EITHER, header(SIDE, SIDE, 8, wrong, 0));
        }
        for (int wrong : new int[] {0, 3, 32, 255}) {
            all.add("png, lying header", "depth " + wrong, EITHER, header(SIDE, SIDE, wrong, 0, 0));
        }
        all.add("png, lying header", "interlace 2", EITHER, header(SIDE, SIDE, 8, 0, 2));
    }

    private void sizes() {
        long[][] sizes = {
            {0, 0}, {0, 9}, {9, 0}, {0x7FFFFFFFL, 0x7FFFFFFFL}, {0xFFFFFFFFL, 0xFFFFFFFFL}, {0x80000000L, 1},
            {60_000, 60_000}, {7072, 7072}, {1, 0x7FFFFFFFL}, {0x7FFFFFFFL, 1}, {1, 200_001}, {1, 1_000_001}
        };
        for (long[] size : sizes) {
            all.add("png, zero or huge size", size[0] + " x " + size[1], REJECTED, header(size[0], size[1], 8, 0, 0));
        }
        int[][] shapes = {{1, 1}, {1, 199_000}, {199_000, 1}, {2, 300_000}, {149, 30_000}, {30_000, 149}, {1, 2}};
        for (int[] shape : shapes) {
            all.add("png, aspect ratio", shape[0] + " x " + shape[1], ANSWERED, black(shape[0], shape[1], 8, 0, 0));
        }
        all.add("png, lying size", "more rows than there are", EITHER, shortOf(100));
        all.add(
                "png, lying size",
                "fewer rows than there are",
                EITHER,
                PngBuilder.header(SIDE, 10, 8, 0, 0).zeros(SIDE * (SIDE + 1L)).end());
    }

    private void bombs() {
        all.add("png, bomb", "20 megapixels, black", ANSWERED, black(4472, 4472, 8, 0, 0));
        all.add("png, bomb", "20 megapixels, 16 bits, alpha", ANSWERED, black(4472, 4472, 16, 6, 0));
        all.add("png, bomb", "20 megapixels, 16 bits, alpha, interlaced", ANSWERED, black(4472, 4472, 16, 6, 1));
        all.add("png, bomb", "49 megapixels", ANSWERED, black(7000, 7000, 8, 0, 0));
        all.add("png, bomb", "900 megapixels", REJECTED, header(30_000, 30_000, 8, 2, 0));
        all.add(
                "png, bomb",
                "data that inflate to 1 GB",
                EITHER,
                PngBuilder.header(SIDE, SIDE, 8, 0, 0).zeros(1L << 30).end());
        byte[] inflating = PngBuilder.deflatedZeros(1L << 28);
        all.add("png, bomb", "a text that inflates to 256 MB", EITHER, small("zTXt", "a\0\0", inflating));
        all.add("png, bomb", "a profile that inflates to 256 MB", EITHER, small("iCCP", "a\0\0", inflating));
        all.add("png, bomb", "an international text of 256 MB", EITHER, small("iTXt", "a\0\1\0\0\0", inflating));
    }

    private void chunks() {
        byte[] whole = Still.png();
        int data = find(whole, "IDAT");
        all.add("png, damaged", "a wrong check sum of the data", EITHER, Bytes.with(whole, whole.length - 13, (byte)
                1));
        all.add("png, damaged", "a wrong check sum of the header", EITHER, Bytes.with(whole, 29, (byte) 1, (byte) 2));
        all.add("png, damaged", "a chunk of 4 GB", REJECTED, Bytes.with(whole, data, (byte) -1, (byte) -1, (byte) -1));
        all.add(
                "png, damaged",
                "no data",
                EITHER,
                PngBuilder.header(SIDE, SIDE, 8, 0, 0).end());
        all.add(
                "png, damaged",
                "empty data",
                EITHER,
                PngBuilder.header(SIDE, SIDE, 8, 0, 0)
                        .chunk("IDAT", new byte[0])
                        .end());
        all.add(
                "png, damaged",
                "data that are not compressed",
                EITHER,
                PngBuilder.header(SIDE, SIDE, 8, 0, 0)
                        .chunk("IDAT", new byte[5000])
                        .end());
        all.add("png, damaged", "no palette", EITHER, header(SIDE, SIDE, 8, 3, 0));
        all.add("png, damaged", "a palette of 4 bytes", EITHER, small("PLTE", "", new byte[4]));
        all.add("png, damaged", "a palette of 300 colours", EITHER, small("PLTE", "", new byte[900]));
        all.add("png, damaged", "transparency of 1000 bytes", EITHER, small("tRNS", "", new byte[1000]));
        all.add("png, damaged", "an unknown critical chunk", EITHER, small("ABCD", "", new byte[9]));
        all.add("png, damaged", "only the signature", REJECTED, PngBuilder.SIGNATURE);
        byte[] other = PngBuilder.framed("IHDR", Arrays.copyOfRange(header(30_000, 30_000, 8, 2, 0), 16, 29));
        all.add("png, lying header", "a second, huge header", EITHER, Bytes.inserted(whole, data, other));
        Bytes many = new Bytes().raw(Arrays.copyOf(whole, data));
        for (int i = 0; i < 20_000; i++) {
            many.raw(PngBuilder.framed("tEXt", new byte[] {'a', 0, 'b'}));
        }
        all.add(
                "png, bomb",
                "20,000 texts",
                EITHER,
                many.raw(Arrays.copyOfRange(whole, data, whole.length)).done());
    }

    private void animated() {
        for (long frames : new long[] {0, 1, 2, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            byte[] control = new Bytes().u32(frames).u32(0).done();
            byte[] frame = new Bytes()
                    .u32(0)
                    .u32(SIDE)
                    .u32(SIDE)
                    .u32(0)
                    .u32(0)
                    .u16(1)
                    .u16(1)
                    .u16(0)
                    .done();
            byte[] second = new Bytes()
                    .u32(1)
                    .u32(SIDE)
                    .u32(SIDE)
                    .u32(0)
                    .u32(0)
                    .u16(1)
                    .u16(1)
                    .u16(0)
                    .done();
            byte[] data = PngBuilder.deflatedZeros(SIDE * (SIDE + 1L));
            all.add(
                    "png, animated",
                    frames + " frames",
                    EITHER,
                    PngBuilder.header(SIDE, SIDE, 8, 0, 0)
                            .chunk("acTL", control)
                            .chunk("fcTL", frame)
                            .chunk("IDAT", data)
                            .chunk("fcTL", second)
                            .chunk("fdAT", Bytes.joined(new byte[] {0, 0, 0, 2}, data))
                            .end());
        }
        byte[] huge = new Bytes()
                .u32(0)
                .u32(60_000)
                .u32(60_000)
                .u32(0)
                .u32(0)
                .u16(1)
                .u16(1)
                .u16(0)
                .done();
        all.add(
                "png, animated",
                "a frame larger than the picture",
                EITHER,
                PngBuilder.header(SIDE, SIDE, 8, 0, 0)
                        .chunk("acTL", new Bytes().u32(2).u32(0).done())
                        .chunk("fcTL", huge)
                        .zeros(SIDE * (SIDE + 1L))
                        .end());
    }

    private static byte[] small(String chunk, String start, byte[] data) {
        return PngBuilder.header(SIDE, SIDE, 8, 2, 0)
                .chunk(chunk, new Bytes().text(start).raw(data).done())
                .zeros(SIDE * (3 * SIDE + 1L))
                .end();
    }

    private static byte[] shortOf(int rows) {
        return PngBuilder.header(SIDE, SIDE, 8, 0, 0)
                .zeros((SIDE - rows) * (SIDE + 1L))
                .end();
    }

    private static byte[] header(long width, long height, int depth, int colour, int interlace) {
        return PngBuilder.header(width, height, depth, colour, interlace)
                .zeros(SIDE * (SIDE + 1L))
                .end();
    }

    /** All rows are there; with interlacing, of all seven passes. */
    private static byte[] black(int width, int height, int depth, int colour, int interlace) {
        int channels = CHANNELS[colour];
        long size = interlace == 0 ? pass(width, height, depth * channels) : 0;
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        for (int[] pass : interlace == 0 ? new int[0][] : passes) {
            int columns = (width - pass[0] + pass[2] - 1) / pass[2];
            size += columns <= 0 ? 0 : pass(columns, (height - pass[1] + pass[3] - 1) / pass[3], depth * channels);
        }
        PngBuilder png = PngBuilder.header(width, height, depth, colour, interlace);
        return (colour == 3 ? png.chunk("PLTE", new byte[3 << depth % 16]) : png)
                .zeros(size)
                .end();
    }

    private static long pass(int columns, int rows, int bits) {
        return (1 + (columns * (long) bits + 7) / 8) * rows;
    }

    private static int find(byte[] png, String type) {
        return Arrays.stream(PngBuilder.boundaries(png))
                .filter(at -> new String(png, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1).equals(type))
                .findFirst()
                .orElseThrow();
    }
}
