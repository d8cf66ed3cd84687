package org.emotionstream.landmarks.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNGs chunk by chunk, with right check sums around whatever they hold. */
public final class PngBuilder {
    static final byte[] SIGNATURE = new Bytes().hex("89504e470d0a1a0a").done();

    private static final int CHUNK_FRAME = 12;

    private final Bytes bytes = new Bytes().raw(SIGNATURE);

    public static PngBuilder header(long width, long height, int depth, int colour, int interlace) {
        return new PngBuilder()
                .chunk(
                        "IHDR",
                        new Bytes()
                                .u32(width)
                                .u32(height)
                                .u8(depth)
                                .u8(colour)
                                .u8(0)
                                .u8(0)
                                .u8(interlace)
                                .done());
    }

    public PngBuilder chunk(String type, byte[] data) {
        bytes.raw(framed(type, data));
        return this;
    }

    /** So many bytes of zero, compressed: all rows of a black picture, filters included. */
    PngBuilder zeros(long count) {
        return chunk("IDAT", deflatedZeros(count));
    }

    public byte[] end() {
        return chunk("IEND", new byte[0]).bytes.done();
    }

    public static byte[] framed(String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(data);
        return new Bytes()
                .u32(data.length)
                .text(type)
                .raw(data)
                .u32(sum.getValue())
                .done();
    }

    /** These bytes, as the data of a PNG hold them. */
    public static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] compressed = new byte[bytes.length + 100];
        int length = deflater.deflate(compressed);
        deflater.end();
        return Arrays.copyOf(compressed, length);
    }

    static byte[] deflatedZeros(long count) {
        Deflater deflater = new Deflater();
        byte[] zeros = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        Bytes compressed = new Bytes();
        for (long left = count; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                compressed.raw(Arrays.copyOf(out, deflater.deflate(out)));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            compressed.raw(Arrays.copyOf(out, deflater.deflate(out)));
        }
        deflater.end();
        return compressed.done();
    }

    /** Where the chunks begin. */
    static int[] boundaries(byte[] png) {
        int[] boundaries = new int[1000];
        int count = 0;
        for (int at = SIGNATURE.length; at + CHUNK_FRAME <= png.length; count++) {
            boundaries[count] = at;
            at += CHUNK_FRAME + java.nio.ByteBuffer.wrap(png).getInt(at);
        }
        return Arrays.copyOf(boundaries, count);
    }
}
