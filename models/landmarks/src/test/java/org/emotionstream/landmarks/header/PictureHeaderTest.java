package org.emotionstream.landmarks.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;
import org.emotionstream.landmarks.header.PictureHeader.NotAPicture;
import org.emotionstream.landmarks.header.PictureHeader.Truncated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers written by hand; no picture is behind them. */
class PictureHeaderTest {
    /** A frame header for 640 x 480, and a scan with a stuffed FF and all restart markers. */
    private static final String JPEG_BODY =
            "FFC0000B08 01E0 0280 01 011100  FFDA0008 01 0100 003F00  12FF00 FFD0FFD1FFD2FFD3FFD4FFD5FFD6FFD7 34";

    private static PictureHeader read(byte[] bytes) {
        return PictureHeader.read(ByteBuffer.wrap(bytes));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(8 + 25 + 12)
                .put(hex("89504E470D0A1A0A"))
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[9])
                .putInt(0)
                .put("IEND".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] webp(String chunk, String data) {
        byte[] payload = hex(data);
        return ByteBuffer.allocate(20 + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + payload.length)
                .put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII))
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /** 24 bits a pixel. */
    private static byte[] bmp(int width, int height, int rows) {
        return ByteBuffer.allocate(54 + (width * 3 + 3) / 4 * 4 * rows)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'B', 'M'})
                .putInt(10, 54)
                .putInt(14, 40)
                .putInt(18, width)
                .putInt(22, height)
                .putShort(28, (short) 24)
                .array();
    }

    @Test
    void jpeg() {
        assertThat(read(hex("FFD8" + JPEG_BODY + "FFD9"))).isEqualTo(new Complete(PictureFormat.JPEG, 640, 480));
    }

    @Test
    void aJpegNeedsNoEndMarkerBehindItsData() {
        assertThat(read(hex("FFD8" + JPEG_BODY))).isEqualTo(new Complete(PictureFormat.JPEG, 640, 480));
        assertThat(read(hex("FFD8" + JPEG_BODY + "FFE1 0000 1234 FFC4")))
                .isEqualTo(new Complete(PictureFormat.JPEG, 640, 480));
    }

    @Test
    void aJpegThatEndsBeforeItsDataIsTruncated() {
        String headers = JPEG_BODY.substring(0, JPEG_BODY.indexOf("FFDA"));
        assertThat(read(hex("FFD8" + headers))).isInstanceOf(Truncated.class);
        assertThat(read(hex("FFD8" + headers + "FFD9"))).isInstanceOf(Truncated.class);
    }

    @Test
    void theEndOfAThumbnailIsNotThatOfItsJpeg() {
        String thumbnail = "FFE1 000A" + "FFD8 FFC0 0000 FFD9";
        assertThat(read(hex("FFD8" + thumbnail))).isInstanceOf(Truncated.class);
        assertThat(read(hex("FFD8" + thumbnail + JPEG_BODY + "FFD9")))
                .isEqualTo(new Complete(PictureFormat.JPEG, 640, 480));
    }

    @Test
    void jpegWithSomethingBehindItsEnd() {
        assertThat(read(hex("FFD8" + JPEG_BODY + "FFD9 00000000"))).isInstanceOf(Complete.class);
    }

    @Test
    void jpegWithoutAFrame() {
        assertThat(read(hex("FFD8 FFD9"))).isInstanceOf(Broken.class);
    }

    @Test
    void jpegWithASegmentOfNoLength() {
        assertThat(read(hex("FFD8 FFE0 0000 FFD9"))).isInstanceOf(Broken.class);
    }

    @Test
    void jpegOfAThousandScans() {
        assertThat(read(hex("FFD8" + JPEG_BODY + "FFDA0008 01 0100 003F00 12".repeat(1000) + "FFD9")))
                .isInstanceOf(Broken.class);
    }

    @Test
    void png() {
        assertThat(read(png(640, 480))).isEqualTo(new Complete(PictureFormat.PNG, 640, 480));
    }

    @Test
    void pngThatClaimsGigapixels() {
        assertThat(read(png(60_000, 60_000))).isEqualTo(new Complete(PictureFormat.PNG, 60_000, 60_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void pngOfAnImpossibleSize(int width) {
        assertThat(read(png(width, 480))).isInstanceOf(Broken.class);
    }

    @Test
    void pngWithoutItsEnd() {
        assertThat(read(Arrays.copyOf(png(640, 480), 33))).isInstanceOf(Truncated.class);
    }

    @Test
    void webpLossy() {
        assertThat(read(webp("VP8 ", "100000 9D012A 8002 E041"))).isEqualTo(new Complete(PictureFormat.WEBP, 640, 480));
    }

    @Test
    void webpLossless() {
        // 639 | 479 << 14
        assertThat(read(webp("VP8L", "2F 7FC27700"))).isEqualTo(new Complete(PictureFormat.WEBP, 640, 480));
    }

    @Test
    void webpExtended() {
        assertThat(read(webp("VP8X", "00000000 7F0200 DF0100"))).isEqualTo(new Complete(PictureFormat.WEBP, 640, 480));
    }

    @Test
    void webpThatClaimsTheMost() {
        assertThat(read(webp("VP8X", "00000000 FFFFFF FFFFFF")))
                .isEqualTo(new Complete(PictureFormat.WEBP, 1 << 24, 1 << 24));
    }

    @Test
    void webpWithoutItsEnd() {
        byte[] whole = webp("VP8X", "00000000 7F0200 DF0100");
        assertThat(read(Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(Truncated.class);
    }

    @Test
    void webpThatIsSomethingElse() {
        assertThat(read(webp("ALPH", "00"))).isInstanceOf(Broken.class);
    }

    @Test
    void bmp() {
        assertThat(read(bmp(5, 4, 4))).isEqualTo(new Complete(PictureFormat.BMP, 5, 4));
    }

    @Test
    void bmpFromTopToBottom() {
        assertThat(read(bmp(5, -4, 4))).isEqualTo(new Complete(PictureFormat.BMP, 5, 4));
    }

    @Test
    void bmpWithoutItsLastRow() {
        assertThat(read(bmp(5, 4, 3))).isInstanceOf(Truncated.class);
    }

    @Test
    void bmpThatClaimsGigapixels() {
        assertThat(read(bmp(60_000, Integer.MIN_VALUE, 0)))
                .isEqualTo(new Complete(PictureFormat.BMP, 60_000, 1L << 31));
    }

    @Test
    void bmpOfNoWidth() {
        assertThat(read(bmp(0, 4, 4))).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BMW builds cars, not pictures", "GIF89a............", "RIFF....WAVEfmt ", "<svg/>", "\u00FF"})
    void notAPicture(String text) {
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(NotAPicture.class);
    }

    @Test
    void noBytesAtAll() {
        assertThat(read(new byte[0])).isInstanceOf(NotAPicture.class);
    }

    @Test
    void readsFromPositionToLimitAndKeepsThem() {
        byte[] picture = png(640, 480);
        ByteBuffer buffer = ByteBuffer.allocate(picture.length + 20)
                .position(7)
                .put(picture)
                .flip()
                .position(7);
        assertThat(PictureHeader.read(buffer)).isInstanceOf(Complete.class);
        assertThat(buffer.position()).isEqualTo(7);
    }

    @Test
    void everyBeginningAndEveryDamageHasAnAnswer() {
        Random random = new Random(1);
        for (byte[] picture :
                new byte[][] {hex("FFD8" + JPEG_BODY + "FFD9"), png(640, 480), webp("VP8L", "2F 7FC27700"), bmp(5, 4, 4)
                }) {
            // Of a JPEG what follows the start of its data is for the decoder to judge.
            int data = new String(picture, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
            int most = data < 0 ? picture.length : data + 2 + 8;
            for (int length = 0; length < most; length++) {
                assertThat(read(Arrays.copyOf(picture, length))).isNotInstanceOf(Complete.class);
            }
            for (int i = 0; i < 2000; i++) {
                byte[] damaged = picture.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                assertThat(read(damaged)).isNotNull();
            }
        }
    }
}
