package org.emotionstream.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.Test;

class AvroMessagesTest {
    private static final int SINGLE_OBJECT_HEADER = 10;

    private final AvroMessages<RawImage> messages = new AvroMessages<>(RawImage.class);
    private final RawImage image =
            new RawImage("id", "camera", Instant.ofEpochMilli(5), ByteBuffer.wrap(new byte[] {1, 2, 3}));

    @Test
    void readsWhatItWrites() {
        byte[] bytes = messages.write(image);

        assertThat(bytes).startsWith(0xC3, 0x01);
        assertThat(AvroMessages.looksLikeAvro(bytes)).isTrue();
        assertThat(messages.read(bytes)).isEqualTo(image);
    }

    @Test
    void readsConfluentsLayoutToo() {
        byte[] bytes = confluent(messages.write(image));

        assertThat(AvroMessages.looksLikeAvro(bytes)).isTrue();
        assertThat(messages.read(bytes)).isEqualTo(image);
    }

    @Test
    void bytesLeftOverAreNoMessage() {
        byte[] bytes = confluent(messages.write(image));

        assertThatThrownBy(() -> messages.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void noPictureLooksLikeAvro() {
        for (String start : new String[] {"ffd8ffe0", "89504e47", "52494646", "424d", "47494638", "", "c3"}) {
            assertThat(AvroMessages.looksLikeAvro(HexFormat.of().parseHex(start)))
                    .as(start)
                    .isFalse();
        }
    }

    @Test
    void whateverTheBytesTheyAreReadOrUnreadable() {
        // lengths of gigabytes, of more than an int, negative, cut off; an unknown fingerprint
        for (String hex : new String[] {
            "0000000001",
            "000000000102feffffff0f",
            "00000000010280808080808001",
            "0000000001020100",
            "00000000010000000a01",
            "c30161626364656667",
            "c3010000000000000000"
        }) {
            assertThatThrownBy(() -> messages.read(HexFormat.of().parseHex(hex)))
                    .as(hex)
                    .isInstanceOf(UnreadableMessageException.class);
        }
        assertThatThrownBy(() -> messages.read(null)).isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void changedMessagesAreReadOrUnreadable() {
        byte[] bytes = messages.write(image);
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = bytes.clone();
            for (int change = 0; change < 3; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            changed[0] = bytes[0];
            changed[1] = bytes[1];
            try {
                messages.read(round % 2 == 0 ? changed : confluent(changed));
            } catch (UnreadableMessageException e) {
                assertThat(e).hasMessageContaining("Avro");
            }
        }
    }

    private static byte[] confluent(byte[] singleObject) {
        byte[] bytes = new byte[singleObject.length - SINGLE_OBJECT_HEADER + 5];
        bytes[4] = 9;
        System.arraycopy(singleObject, SINGLE_OBJECT_HEADER, bytes, 5, bytes.length - 5);
        return bytes;
    }
}
