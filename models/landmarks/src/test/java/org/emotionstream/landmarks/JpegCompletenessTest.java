package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.hostile.Bytes;
import org.emotionstream.landmarks.hostile.Still;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JPEG whose data are all there is answered, whatever follows them; one whose data are not is never no face. */
class JpegCompletenessTest {
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    private static final Random RANDOM = new Random(3);

    private final ImageToLandmarks step = Models.step();

    /** How encoders write a JPEG. */
    enum Kind {
        BASELINE(IMWRITE_JPEG_QUALITY, 90),
        COARSE(IMWRITE_JPEG_QUALITY, 40),
        OPTIMISED(IMWRITE_JPEG_OPTIMIZE, 1),
        FULL_COLOUR(IMWRITE_JPEG_SAMPLING_FACTOR, IMWRITE_JPEG_SAMPLING_FACTOR_444),
        PROGRESSIVE(IMWRITE_JPEG_PROGRESSIVE, 1),
        RESTARTS(IMWRITE_JPEG_RST_INTERVAL, 8);

        private final int[] parameters;

        Kind(int... parameters) {
            this.parameters = parameters;
        }

        byte[] jpeg() throws IOException {
            return Still.encoded(".jpg", Encoded.pixels(Encoded.photograph("2009_004587.jpg")), parameters);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsTheDataChangesNothing(Kind kind) throws IOException {
        byte[] whole = kind.jpeg();
        byte[] data = Arrays.copyOf(whole, whole.length - 2);
        Decoded expected = (Decoded) step.apply(whole);
        assertThat(expected.faces()).hasSize(2);
        Map<String, byte[]> tails = new LinkedHashMap<>();
        tails.put("nothing", new byte[0]);
        tails.put("half a marker", new byte[] {(byte) 0xFF});
        tails.put("zeros", new byte[5000]);
        tails.put("text", "and so on. ".repeat(500).getBytes(StandardCharsets.US_ASCII));
        tails.put("random bytes", random(5000, 256));
        tails.put("random bytes without a marker", random(5000, 255));
        tails.put("another picture", Still.jpeg());
        tails.put("an end marker and zeros", Bytes.joined(END, new byte[100_000]));
        tails.put("an end marker and another picture", Bytes.joined(END, Still.progressiveJpeg(64, 48)));
        tails.forEach((tail, bytes) ->
                assertThat(step.apply(Bytes.joined(data, bytes))).as(tail).isEqualTo(expected));
    }

    @ParameterizedTest
    @EnumSource
    void aCutAnywhereIsTruncatedWithAndWithoutAnEndMarker(Kind kind) throws IOException {
        byte[] whole = kind.jpeg();
        for (double share : new double[] {0.3, 0.5, 0.6, 0.9, 0.99}) {
            byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
            assertThat(reason(cut)).as("" + share).isEqualTo(RejectionReason.TRUNCATED);
            assertThat(reason(Bytes.joined(cut, END))).as("" + share).isEqualTo(RejectionReason.TRUNCATED);
        }
        byte[] withoutItsLastBlocks = Arrays.copyOf(whole, whole.length - 22);
        assertThat(reason(Bytes.joined(withoutItsLastBlocks, END))).isEqualTo(RejectionReason.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void headersWithoutAPixelAreTruncated(Kind kind) throws IOException {
        byte[] whole = kind.jpeg();
        int scan = scans(whole).get(0);
        int header = 2 + ((whole[scan + 2] & 0xFF) << 8 | whole[scan + 3] & 0xFF);

        assertThat(reason(Bytes.joined(Arrays.copyOf(whole, scan), END))).isEqualTo(RejectionReason.TRUNCATED);
        assertThat(reason(Bytes.joined(Arrays.copyOf(whole, scan + header), END)))
                .isEqualTo(RejectionReason.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void aMiddleOfZerosOrWithoutAPartIsRejected(Kind kind) throws IOException {
        byte[] whole = kind.jpeg();
        for (int zeros : new int[] {500, 2000}) {
            for (double share : new double[] {0.2, 0.4, 0.5, 0.6, 0.75}) {
                byte[] damaged = whole.clone();
                int from = (int) (whole.length * share);
                Arrays.fill(damaged, from, from + zeros, (byte) 0);
                assertThat(step.apply(damaged)).as(zeros + " zeros at " + share).isInstanceOf(Rejected.class);
            }
        }
        byte[] left = Arrays.copyOf(whole, whole.length * 4 / 10);
        byte[] right = Arrays.copyOfRange(whole, whole.length * 6 / 10, whole.length);
        assertThat(step.apply(Bytes.joined(left, right))).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @EnumSource(names = "PROGRESSIVE")
    void aProgressiveJpegNeedsAllItsScans(Kind kind) throws IOException {
        byte[] whole = kind.jpeg();
        List<Integer> scans = scans(whole);
        assertThat(scans).hasSizeGreaterThan(5);
        for (int scan : scans) {
            assertThat(reason(Bytes.joined(Arrays.copyOf(whole, scan), END))).isEqualTo(RejectionReason.TRUNCATED);
        }
    }

    private RejectionReason reason(byte[] encoded) {
        PictureOutcome outcome = step.apply(encoded);
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).message()).isNotBlank();
        return ((Rejected) outcome).reason();
    }

    /** Where the scans begin. */
    private static List<Integer> scans(byte[] jpeg) {
        List<Integer> scans = new ArrayList<>();
        for (int i = 2; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                scans.add(i);
            }
        }
        return scans;
    }

    private static byte[] random(int length, int bound) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) RANDOM.nextInt(bound);
        }
        return bytes;
    }
}
