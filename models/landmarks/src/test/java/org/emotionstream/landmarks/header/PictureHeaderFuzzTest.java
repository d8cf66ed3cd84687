package org.emotionstream.landmarks.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.emotionstream.contract.Fuzzing;
import org.emotionstream.landmarks.header.PictureHeader.Complete;
import org.junit.jupiter.api.Test;

/** Any bytes at all have a header that says what they are: nothing is thrown, and no size is senseless. */
public class PictureHeaderFuzzTest {
    /** The beginning and the end of a picture of each format and kind, with nothing between them. */
    private static final List<String> SEEDS = List.of(
            "ffd8ffe000104a46494600010101000100010000ffc0000b080010001001011100ffda0008010100003f00aa55ff00ffd9",
            "89504e470d0a1a0a0000000d4948445200000010000000100802000000909168360000000049454e44ae426082",
            "524946461600000057454250565038200a0000003000009d012a10001000",
            "524946461500000057454250565038" + "4c0a0000002f0f40030000000000",
            "524946461600000057454250565038580a000000000000000f00000f0000",
            "424d3a000000000000003600000028000000010000000100000001001800"
                    + "00000000040000000000000000000000000000000000000000ff0000",
            "424d20000000000000001a0000000c0000000100010001001800ffff00000000");

    @Test
    void anyBytesHaveAHeader() {
        Fuzzing.replay(seeds(), 5000, PictureHeaderFuzzTest::fuzzerTestOneInput);
    }

    @Test
    void theSeedsAreOfEveryFormat() {
        assertThat(seeds())
                .extracting(seed -> PictureHeader.read(ByteBuffer.wrap(seed)))
                .hasOnlyElementsOfType(Complete.class)
                .extracting(header -> ((Complete) header).format())
                .contains(PictureFormat.values());
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        PictureHeader header = PictureHeader.read(ByteBuffer.wrap(bytes));
        if (header instanceof Complete complete) {
            assertThat(complete.width()).isBetween(1L, (long) Integer.MAX_VALUE);
            assertThat(complete.height()).isBetween(1L, 1L << 31);
        }
    }

    private static List<byte[]> seeds() {
        return SEEDS.stream().map(HexFormat.of()::parseHex).toList();
    }

    public static void main(String[] arguments) {
        Fuzzing.writeSeeds(arguments[0], seeds());
    }
}
