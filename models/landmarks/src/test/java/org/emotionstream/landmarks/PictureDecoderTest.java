package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.landmarks.hostile.Bytes;
import org.emotionstream.landmarks.hostile.PngBuilder;
import org.emotionstream.landmarks.hostile.Still;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture shows does not depend on how it is packed, and what is transparent is not looked at. */
class PictureDecoderTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int IMAGE_HEADER_END = 33;
    private static final int HALF = WIDTH / 2;

    @Test
    void theSamePixelsAreTheSameGreyInEveryContainerWithEveryGamma() {
        Mat pixels = pixels();
        Map<String, byte[]> packed = new LinkedHashMap<>();
        byte[] png = Encoded.as(".png", pixels);
        packed.put("png", png);
        packed.put("sRGB", withChunk(png, "sRGB", new byte[1]));
        packed.put("gAMA 1/2.2", withChunk(png, "gAMA", number(45_455)));
        packed.put("gAMA 1", withChunk(png, "gAMA", number(100_000)));
        packed.put("bmp", Encoded.as(".bmp", pixels));
        packed.put("lossless webp", Still.encoded(".webp", pixels, 64, 101));
        packed.put("16 bits", Encoded.as(".png", sixteenBits(pixels)));
        packed.put("opaque alpha", png(pixels, 8, 6, x -> 255));
        packed.put("opaque alpha, 16 bits, sRGB", withChunk(png(pixels, 16, 6, x -> 255), "sRGB", new byte[1]));
        Mat expected = Pictures.grey(pixels);

        packed.forEach((name, bytes) -> {
            assertThat(bytes(Encoded.decoded(bytes, false))).as(name).isEqualTo(bytes(expected));
            assertThat(bytes(Encoded.decoded(bytes, true))).as(name).isEqualTo(bytes(pixels));
        });
    }

    @Test
    void aJpegIsAsGreyAsItsOwnPixelsInAnotherContainer() {
        byte[] jpeg = Encoded.as(".jpg", pixels());
        byte[] same = Encoded.as(".png", Encoded.decoded(jpeg, true));

        assertThat(bytes(Encoded.decoded(jpeg, false))).isEqualTo(bytes(Encoded.decoded(same, false)));
    }

    @Test
    void aGreyPictureKeepsItsLevels() {
        Mat grey = Pictures.grey(pixels());
        byte[] png = Encoded.as(".png", grey);

        assertThat(bytes(Encoded.decoded(png, false))).isEqualTo(bytes(grey));
        assertThat(bytes(Encoded.decoded(withChunk(png, "gAMA", number(45_455)), false)))
                .isEqualTo(bytes(grey));
        assertThat(bytes(Encoded.decoded(withChunk(png, "sRGB", new byte[1]), false)))
                .isEqualTo(bytes(grey));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsTransparentIsWhiteAndWhatIsOpaqueAsItIs(boolean colour) {
        Mat pixels = pixels();
        Mat grey = Pictures.grey(pixels);
        Map<String, byte[]> packed = new LinkedHashMap<>();
        packed.put("rgba", png(pixels, 8, 6, x -> x < HALF ? 0 : 255));
        packed.put("rgba, 16 bits", png(pixels, 16, 6, x -> x < HALF ? 0 : 255));
        packed.put("webp", webp(pixels));
        packed.put("bmp", bmp(pixels, 0xFF000000));
        packed.forEach((name, bytes) -> assertHalfWhite(name, bytes, pixels, colour));
        assertHalfWhite("grey and alpha", png(grey, 8, 4, x -> x < HALF ? 0 : 255), grey, colour);
        assertHalfWhite("grey and alpha, 16 bits", png(grey, 16, 4, x -> x < HALF ? 0 : 255), grey, colour);
    }

    @Test
    void whatIsHalfTransparentIsHalfWhite() {
        Mat shown = Encoded.decoded(png(pixels(), 8, 6, x -> 128), false);
        Mat grey = Pictures.grey(pixels());
        UByteIndexer expected = grey.createIndexer();
        UByteIndexer actual = shown.createIndexer();
        for (int x = 0; x < WIDTH; x++) {
            assertThat(actual.get(3, x)).isBetween(expected.get(3, x) / 2 + 125, expected.get(3, x) / 2 + 130);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void oneLevelOfGreyCanBeTransparent(int bits) {
        int levels = 1 << Math.min(bits, 8);
        byte[] rows = greyRows(bits, levels);
        int transparent = bits == 16 ? 0x0100 : 1;
        byte[] png = PngBuilder.header(WIDTH, HEIGHT, bits, 0, 0)
                .chunk("tRNS", new byte[] {(byte) (transparent >> 8), (byte) transparent})
                .chunk("IDAT", PngBuilder.deflated(rows))
                .end();

        UByteIndexer shown = Encoded.decoded(png, false).createIndexer();

        for (int x = 0; x < WIDTH; x++) {
            int level = x % levels;
            int usual = level * 255 / (levels - 1);
            assertThat(shown.get(0, x)).as(bits + " bits, column " + x).isEqualTo(level == 1 ? 255 : usual);
        }
    }

    @Test
    void oneColourAndColoursOfAPaletteCanBeTransparent() {
        byte[] row = new byte[1 + WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            row[1 + x] = (byte) (x % 2);
        }
        byte[] palette = {10, 20, 30, 90, 80, 70};
        byte[] indexed = PngBuilder.header(WIDTH, 1, 8, 3, 0)
                .chunk("PLTE", palette)
                .chunk("tRNS", new byte[] {0})
                .chunk("IDAT", PngBuilder.deflated(row))
                .end();
        byte[] direct = new byte[1 + 3 * WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            System.arraycopy(palette, 3 * (x % 2), direct, 1 + 3 * x, 3);
        }
        byte[] keyed = PngBuilder.header(WIDTH, 1, 8, 2, 0)
                .chunk("tRNS", new byte[] {0, 10, 0, 20, 0, 30})
                .chunk("IDAT", PngBuilder.deflated(direct))
                .end();

        for (byte[] png : new byte[][] {indexed, keyed}) {
            UByteIndexer shown = Encoded.decoded(png, true).createIndexer();
            for (int x = 0; x < WIDTH; x++) {
                assertThat(shown.get(0, x, 0)).isEqualTo(x % 2 == 0 ? 255 : 70);
                assertThat(shown.get(0, x, 2)).isEqualTo(x % 2 == 0 ? 255 : 90);
            }
        }
    }

    @Test
    void theFourthByteOfABitmapWithoutAnAlphaMaskMeansNothing() {
        assertThat(bytes(Encoded.decoded(bmp(pixels(), 0), true))).isEqualTo(bytes(pixels()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTransparentPictureIsTurnedAsAnOpaqueOneIs(int orientation) {
        Mat pixels = pixels();
        byte[] tiff = tiff(ByteOrder.BIG_ENDIAN, orientation);
        byte[] opaque = withChunk(Encoded.as(".png", pixels), "eXIf", tiff);
        byte[] transparent = withChunk(png(pixels, 8, 6, x -> 255), "eXIf", tiff(ByteOrder.LITTLE_ENDIAN, orientation));
        Mat jpeg = Encoded.decoded(Encoded.withOrientation(Encoded.as(".jpg", pixels), orientation), true);
        Mat expected = Encoded.decoded(opaque, true);

        assertThat(jpeg.cols()).isEqualTo(expected.cols());
        assertThat(expected.cols()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
        assertThat(bytes(Encoded.decoded(transparent, true))).isEqualTo(bytes(expected));
        assertThat(bytes(Encoded.decoded(exifWebp(pixels, tiff), true))).isEqualTo(bytes(expected));
        assertThat(bytes(Encoded.decoded(
                        exifWebp(pixels, Bytes.joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff)), true)))
                .isEqualTo(bytes(expected));
    }

    @Test
    void exifThatCannotBeReadTurnsNothing() {
        byte[] png = png(pixels(), 8, 6, x -> 255);
        byte[] tiff = tiff(ByteOrder.BIG_ENDIAN, 6);
        byte[][] malformed = {
            new byte[0],
            {'M', 'M'},
            Arrays.copyOf(tiff, 12),
            tiff(ByteOrder.BIG_ENDIAN, 9),
            tiff(ByteOrder.BIG_ENDIAN, 0),
            Bytes.joined(Arrays.copyOf(tiff, 4), number(0x7FFFFFF0)),
            "hello, world".getBytes(StandardCharsets.US_ASCII)
        };
        for (byte[] exif : malformed) {
            assertThat(Encoded.decoded(withChunk(png, "eXIf", exif), false).cols())
                    .isEqualTo(WIDTH);
        }
    }

    private static void assertHalfWhite(String name, byte[] encoded, Mat pixels, boolean colour) {
        Mat shown = Encoded.decoded(encoded, colour);
        assertThat(shown.channels()).as(name).isEqualTo(colour ? 3 : 1);
        Mat expected = colour ? pixels : Pictures.grey(pixels);
        UByteIndexer actual = shown.createIndexer();
        UByteIndexer wanted = expected.createIndexer();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int opaque = wanted.get(y, x, 0);
                assertThat(actual.get(y, x, 0)).as(name + ", column " + x).isEqualTo(x < HALF ? 255 : opaque);
            }
        }
    }

    private interface Alpha {
        int at(int x);
    }

    private static Mat pixels() {
        Mat pixels = new Mat(HEIGHT, WIDTH, CV_8UC3);
        byte[] values = new byte[WIDTH * HEIGHT * 3];
        new Random(5).nextBytes(values);
        pixels.data().put(values);
        return pixels;
    }

    private static Mat sixteenBits(Mat pixels) {
        Mat sixteen = new Mat();
        pixels.convertTo(sixteen, org.bytedeco.opencv.global.opencv_core.CV_16UC3, 256, 200);
        return sixteen;
    }

    private static byte[] png(Mat pixels, int bits, int colourType, Alpha alpha) {
        UByteIndexer values = pixels.createIndexer();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int channels = pixels.channels();
        for (int y = 0; y < HEIGHT; y++) {
            rows.write(0);
            for (int x = 0; x < WIDTH; x++) {
                for (int c = channels - 1; c >= 0; c--) {
                    write(rows, values.get(y, x, c), bits);
                }
                write(rows, alpha.at(x), bits);
            }
        }
        return PngBuilder.header(WIDTH, HEIGHT, bits, colourType, 0)
                .chunk("IDAT", PngBuilder.deflated(rows.toByteArray()))
                .end();
    }

    private static void write(ByteArrayOutputStream rows, int level, int bits) {
        rows.write(level);
        if (bits == 16) {
            rows.write(level);
        }
    }

    /** Column x has level x modulo the levels; of 16 bits that is the higher byte. */
    private static byte[] greyRows(int bits, int levels) {
        int rowBytes = 1 + (WIDTH * bits + 7) / 8;
        byte[] rows = new byte[HEIGHT * rowBytes];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int bit = x * bits;
                int shift = bits >= 8 ? 0 : 8 - bits - bit % 8;
                rows[y * rowBytes + 1 + bit / 8] |= (byte) (x % levels << shift);
            }
        }
        return rows;
    }

    private static byte[] webp(Mat pixels) {
        Mat four = new Mat();
        org.bytedeco.opencv.global.opencv_imgproc.cvtColor(
                pixels, four, org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA);
        UByteIndexer values = four.createIndexer();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < HALF; x++) {
                values.put(y, x, 3, 0);
            }
        }
        return Still.encoded(".webp", four, 64, 101);
    }

    /** 32 bits a pixel with masks, a header of the fifth version; the left half has 0 where alpha would be. */
    private static byte[] bmp(Mat pixels, int alphaMask) {
        int start = 14 + 124;
        ByteBuffer bmp = ByteBuffer.allocate(start + 4 * WIDTH * HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put(new byte[] {'B', 'M'}).putInt(bmp.capacity()).putInt(0).putInt(start);
        bmp.putInt(124).putInt(WIDTH).putInt(-HEIGHT).putShort((short) 1).putShort((short) 32);
        bmp.putInt(3).putInt(4 * WIDTH * HEIGHT).putInt(0).putInt(0).putInt(0).putInt(0);
        bmp.putInt(0x00FF0000).putInt(0x0000FF00).putInt(0x000000FF).putInt(alphaMask);
        bmp.position(start);
        UByteIndexer values = pixels.createIndexer();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c < 3; c++) {
                    bmp.put((byte) values.get(y, x, c));
                }
                bmp.put((byte) (x < HALF ? 0 : 255));
            }
        }
        return bmp.array();
    }

    /** A lossless WebP in the extended container, with an EXIF chunk behind its data. */
    private static byte[] exifWebp(Mat pixels, byte[] exif) {
        byte[] simple = Still.encoded(".webp", pixels, 64, 101);
        byte[] data = Arrays.copyOfRange(simple, 12, simple.length);
        byte[] padded = Arrays.copyOf(exif, exif.length + (exif.length & 1));
        ByteBuffer webp =
                ByteBuffer.allocate(12 + 18 + data.length + 8 + padded.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(webp.capacity() - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        webp.putInt(10).putInt(8);
        webp.put(new byte[] {WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0});
        return webp.put(data)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(exif.length)
                .put(padded)
                .array();
    }

    private static byte[] tiff(ByteOrder order, int orientation) {
        return ByteBuffer.allocate(26)
                .order(order)
                .put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        return Bytes.inserted(png, IMAGE_HEADER_END, PngBuilder.framed(type, data));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] bytes(Mat picture) {
        Mat packed = picture.clone();
        byte[] bytes = new byte[Math.toIntExact(packed.total() * packed.elemSize())];
        packed.data().get(bytes);
        assertThat(packed.type()).isIn(CV_8UC1, CV_8UC3);
        return bytes;
    }
}
