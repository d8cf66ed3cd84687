package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedPicturesTest {
    private static final String PHOTOGRAPH = "2009_004587.jpg";

    private final ImageToLandmarks step = Models.step();

    private RejectionReason reason(byte[] encoded) {
        assertThat(step.apply(encoded)).isInstanceOf(Rejected.class);
        return ((Rejected) step.apply(encoded)).reason();
    }

    @Test
    void empty() {
        assertThat(reason(new byte[0])).isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void tooLarge() {
        byte[] large = new byte[PictureLimits.DEFAULT.bytes() + 1];
        assertThat(step.apply(large))
                .isEqualTo(new Rejected(RejectionReason.TOO_LARGE, "it has 16777217 bytes, at most 16777216 are read"));
    }

    @Test
    void notAPicture() {
        assertThat(reason("Dear Sir or Madam,".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RejectionReason.NOT_A_PICTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp", ".bmp"})
    void truncatedAnywhere(String format) throws IOException {
        byte[] whole = Encoded.as(format, Encoded.pixels(Encoded.photograph(PHOTOGRAPH)));
        assertThat(step.apply(whole)).isInstanceOf(Decoded.class);
        for (double share : new double[] {0.01, 0.5, 0.99}) {
            assertThat(reason(Arrays.copyOf(whole, (int) (whole.length * share))))
                    .isEqualTo(RejectionReason.TRUNCATED);
        }
        // Of a JPEG the last two bytes are a marker that nobody needs.
        if (!format.equals(".jpg")) {
            assertThat(reason(Arrays.copyOf(whole, whole.length - 1))).isEqualTo(RejectionReason.TRUNCATED);
        }
    }

    @Test
    void unreadableInTheMiddle() {
        byte[] png = hugePng(200, 200, new byte[] {1, 2, 3});
        assertThat(reason(png)).isEqualTo(RejectionReason.UNREADABLE);
    }

    @Test
    void tooManyPixelsToDecode() {
        byte[] png = hugePng(60_000, 60_000, new byte[4000]);
        assertThat(png.length).isLessThan(10_000);
        assertThat(step.apply(png)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
            assertThat(rejected.message()).contains("60000 x 60000", "50000000");
        });
    }

    /** A PNG of 8-bit grey whose picture data are these bytes, compressed. */
    private static byte[] hugePng(int width, int height, byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] compressed = new byte[data.length + 100];
        int length = deflater.deflate(compressed);
        deflater.end();
        ByteBuffer png = ByteBuffer.allocate(200 + length);
        png.putLong(0x89504E470D0A1A0AL);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array());
        chunk(png, "IDAT", Arrays.copyOf(compressed, length));
        chunk(png, "IEND", new byte[0]);
        return Arrays.copyOf(png.array(), png.position());
    }

    private static void chunk(ByteBuffer png, String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.UTF_8));
        sum.update(data);
        png.putInt(data.length)
                .put(type.getBytes(StandardCharsets.UTF_8))
                .put(data)
                .putInt((int) sum.getValue());
    }
}
