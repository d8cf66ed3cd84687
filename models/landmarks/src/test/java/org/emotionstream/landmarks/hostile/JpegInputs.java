package org.emotionstream.landmarks.hostile;

import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.ANSWERED;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.EITHER;
import static org.emotionstream.landmarks.hostile.HostilePicture.Expected.REJECTED;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** JPEGs: other kinds than the usual, headers that lie, many scans, EXIF of every orientation and none. */
final class JpegInputs {
    private static final byte[] WHOLE = Still.jpeg();
    private static final int APP14_TRANSFORM_CMYK = 0;
    private static final int APP14_TRANSFORM_YCCK = 2;

    private final HostilePictures all;

    JpegInputs(HostilePictures all) {
        this.all = all;
    }

    void build() {
        all.add("jpeg, other kinds", "grey", ANSWERED, Still.greyJpeg());
        all.add("jpeg, other kinds", "progressive", ANSWERED, Still.progressiveJpeg(64, 48));
        all.add("jpeg, other kinds", "restart intervals", ANSWERED, Still.jpegWithRestarts());
        all.add("jpeg, cmyk", "no Adobe marker", EITHER, fourChannels());
        all.add("jpeg, cmyk", "CMYK", EITHER, adobe(APP14_TRANSFORM_CMYK));
        all.add("jpeg, cmyk", "YCCK", EITHER, adobe(APP14_TRANSFORM_YCCK));
        all.add("jpeg, cmyk", "an unknown transform", EITHER, adobe(99));
        exif();
        frames();
        scans();
        damaged();
    }

    private void exif() {
        for (int orientation = 0; orientation <= 9; orientation++) {
            all.add("exif orientation", "orientation " + orientation, ANSWERED, withExif(exif(orientation, 1, 8)));
        }
        all.add("exif, malformed", "65,535 entries", ANSWERED, withExif(exif(6, 65_535, 8)));
        all.add("exif, malformed", "a directory beyond the end", ANSWERED, withExif(exif(6, 1, 0x7FFFFFF0L)));
        all.add("exif, malformed", "a directory that is itself", ANSWERED, withExif(exif(6, 1, 0)));
        all.add("exif, malformed", "nothing", ANSWERED, withExif(new byte[0]));
        all.add(
                "exif, malformed",
                "no byte order",
                ANSWERED,
                withExif(new Bytes().text("XX").u16(42).u32(8).done()));
        all.add(
                "exif, malformed",
                "a value of 4 GB",
                ANSWERED,
                withExif(new Bytes()
                        .text("MM")
                        .u16(42)
                        .u32(8)
                        .u16(1)
                        .u16(0x0112)
                        .u16(2)
                        .u32(0xFFFFFFFFL)
                        .u32(0xFFFFFFF0L)
                        .u32(8)
                        .done()));
    }

    /** The start of the frame: sizes, precisions, components, kinds of coding. */
    private void frames() {
        int frame = find(WHOLE, 0xC0);
        int[][] sizes = {
            {0, 0},
            {0, 48},
            {64, 0},
            {1, 1},
            {65_535, 65_535},
            {65_535, 1},
            {1, 65_535},
            {65_535, 700},
            {9000, 9000},
            {150, 65_535},
            {63, 47},
            {65, 49},
            {640, 480},
            {32, 24}
        };
        for (int[] size : sizes) {
            byte[] lying = Bytes.with(WHOLE, frame + 5, high(size[1]), low(size[1]), high(size[0]), low(size[0]));
            boolean none = size[0] == 0 || size[1] == 0 || (long) size[0] * size[1] > 50_000_000;
            all.add("jpeg, lying size", size[0] + " x " + size[1], none ? REJECTED : EITHER, lying);
        }
        for (int precision : new int[] {0, 1, 12, 16, 255}) {
            all.add("jpeg, lying header", "precision " + precision, EITHER, Bytes.with(WHOLE, frame + 4, (byte)
                    precision));
        }
        for (int components : new int[] {0, 1, 2, 4, 255}) {
            all.add("jpeg, lying header", components + " components", EITHER, Bytes.with(WHOLE, frame + 9, (byte)
                    components));
        }
        for (int coding = 0xC1; coding <= 0xCF; coding++) {
            all.add(
                    "jpeg, other coding",
                    "start of frame " + Integer.toHexString(coding),
                    EITHER,
                    Bytes.with(WHOLE, frame + 1, (byte) coding));
        }
        for (int sampling : new int[] {0x00, 0x11, 0x14, 0x41, 0x44, 0xFF}) {
            all.add(
                    "jpeg, lying header",
                    "sampling " + Integer.toHexString(sampling),
                    EITHER,
                    Bytes.with(WHOLE, frame + 11, (byte) sampling));
        }
        byte[] huge = new Bytes()
                .hex("ffc0")
                .u16(17)
                .u8(8)
                .u16(65_535)
                .u16(65_535)
                .hex("03011100021101031101")
                .done();
        all.add("jpeg, lying header", "a second, huge frame", EITHER, Bytes.inserted(WHOLE, find(WHOLE, 0xDA), huge));
    }

    private void scans() {
        byte[] progressive = Still.progressiveJpeg(64, 48);
        all.add("jpeg, scans", "10 times the last scan", EITHER, manyScans(progressive, 10));
        all.add("jpeg, scans", "200 times the last scan", REJECTED, manyScans(progressive, 200));
        all.add("jpeg, scans", "no scan", REJECTED, Bytes.joined(Arrays.copyOf(WHOLE, find(WHOLE, 0xDA)), eoi()));
        all.add(
                "jpeg, bomb",
                "80 scans over 20 megapixels",
                EITHER,
                manyScans(Still.blankProgressiveJpeg(4400, 4400), 80));
    }

    private void damaged() {
        all.add(
                "jpeg, damaged",
                "only the two ends",
                REJECTED,
                new Bytes().hex("ffd8ffd9").done());
        all.add(
                "jpeg, damaged",
                "a segment of 0 bytes",
                REJECTED,
                new Bytes().hex("ffd8ffe00000ffd9").done());
        all.add(
                "jpeg, damaged",
                "a segment beyond the end",
                REJECTED,
                new Bytes().hex("ffd8ffe0ffffffd9").done());
        all.add("jpeg, damaged", "bytes of FF", REJECTED, filled(100_000));
        all.add("jpeg, damaged", "all zero between the ends", REJECTED, hollow());
        all.add("jpeg, damaged", "no tables", EITHER, without(0xDB));
        all.add("jpeg, damaged", "no Huffman codes", EITHER, without(0xC4));
        byte[] grey = Arrays.copyOf(WHOLE, WHOLE.length);
        int middle = (find(WHOLE, 0xDA) + WHOLE.length) / 2;
        Arrays.fill(grey, middle, middle + 20, (byte) 0x55);
        // Twenty bytes may decode to as many blocks as were there: nobody can tell.
        all.add("jpeg, damaged", "20 bytes in the middle", EITHER, grey);
        all.add("jpeg, damaged", "no end marker", ANSWERED, Arrays.copyOf(WHOLE, WHOLE.length - 2));
        byte[] half = Arrays.copyOf(WHOLE, (find(WHOLE, 0xDA) + WHOLE.length) / 2);
        all.add(
                "jpeg, damaged",
                "the second half is missing, and the end is there",
                REJECTED,
                Bytes.joined(half, eoi()));
    }

    /** A JPEG without its end marker, which nobody needs: whatever else is missing is missed. */
    static byte[] withoutEnd(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length - 2);
    }

    private static byte[] hollow() {
        byte[] hollow = WHOLE.clone();
        Arrays.fill(hollow, find(WHOLE, 0xDA) + 14, hollow.length - 2, (byte) 0);
        return hollow;
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFF);
        bytes[1] = (byte) 0xD8;
        return bytes;
    }

    private static byte[] without(int marker) {
        byte[] left = WHOLE;
        for (int at = find(left, marker); at > 0; at = find(left, marker)) {
            int length = (left[at + 2] & 0xFF) << 8 | left[at + 3] & 0xFF;
            left = Bytes.joined(Arrays.copyOf(left, at), Arrays.copyOfRange(left, at + 2 + length, left.length));
        }
        return left;
    }

    private static byte[] manyScans(byte[] progressive, int times) {
        int last = boundaries(progressive).stream()
                .filter(at -> (progressive[at + 1] & 0xFF) == 0xDA)
                .reduce(0, Math::max);
        byte[] scan = Arrays.copyOfRange(progressive, last, progressive.length - 2);
        Bytes bytes = new Bytes().raw(Arrays.copyOf(progressive, progressive.length - 2));
        for (int i = 0; i < times; i++) {
            bytes.raw(scan);
        }
        return bytes.raw(eoi()).done();
    }

    /** Four channels, as printers want them. */
    private static byte[] fourChannels() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            writer.setOutput(out);
            writer.write(
                    null,
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null), null, null),
                    null);
            out.flush();
            writer.dispose();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] adobe(int transform) {
        byte[] marker = new Bytes()
                .hex("ffee")
                .u16(14)
                .text("Adobe")
                .u16(100)
                .u16(0)
                .u16(0)
                .u8(transform)
                .done();
        return Bytes.inserted(fourChannels(), 2, marker);
    }

    private static byte[] exif(int orientation, int entries, long directory) {
        return new Bytes()
                .text("MM")
                .u16(42)
                .u32(directory)
                .u16(entries)
                .u16(0x0112)
                .u16(3)
                .u32(1)
                .u16(orientation)
                .u16(0)
                .u32(0)
                .done();
    }

    private static byte[] withExif(byte[] tiff) {
        byte[] segment = new Bytes()
                .hex("ffe1")
                .u16(8 + tiff.length)
                .text("Exif\0\0")
                .raw(tiff)
                .done();
        return Bytes.inserted(WHOLE, 2, segment);
    }

    /** Where the segments begin; within the data of a scan, that of restarts. */
    static List<Integer> boundaries(byte[] jpeg) {
        List<Integer> boundaries = new ArrayList<>();
        int at = 2;
        while (at + 3 < jpeg.length) {
            int marker = jpeg[at + 1] & 0xFF;
            if (jpeg[at] != (byte) 0xFF || marker == 0) {
                at++;
            } else {
                boundaries.add(at);
                boolean alone = marker >= 0xD0 && marker <= 0xD9;
                at += alone ? 2 : 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            }
        }
        return boundaries;
    }

    private static int find(byte[] jpeg, int marker) {
        return boundaries(jpeg).stream()
                .filter(at -> (jpeg[at + 1] & 0xFF) == marker)
                .findFirst()
                .orElse(-1);
    }

    private static byte[] eoi() {
        return new byte[] {(byte) 0xFF, (byte) 0xD9};
    }

    private static byte high(int value) {
        return (byte) (value >> 8);
    }

    private static byte low(int value) {
        return (byte) value;
    }
}
