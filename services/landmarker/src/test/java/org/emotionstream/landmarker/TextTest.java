package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera-7/000042",
                "12345678",
                "Zoë 日本",
                "a",
                "k3\nline2\t6 fake rejected",
                "k2 \u001B[31mred",
                "1234"
            })
    void textStaysAsItIs(String text) {
        assertThat(Text.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(Text.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 10, 127, 128, 255, 16_384, 1 << 30, 1L << 40, 1_795_935_229_402_000_123L})
    void aNumberOfEightBytesIsHexadecimalWhateverItIs(long number) {
        byte[] bytes = ByteBuffer.allocate(8).putLong(number).array();

        assertThat(Text.of(bytes)).isEqualTo(String.format(Locale.ROOT, "%016x", number));
    }

    @Test
    void aNumberOfFourBytesAndAUuidAreHexadecimal() {
        assertThat(Text.of(new byte[] {0, 0, 1, 5})).isEqualTo("00000105");
        assertThat(Text.of(new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}))
                .isEqualTo("09080706050403026162636465666768");
    }

    @Test
    void whatIsNoUtf8OrHasAZeroIsHexadecimal() {
        assertThat(Text.of(new byte[] {(byte) 0xFF, 1})).isEqualTo("ff01");
        assertThat(Text.of(new byte[] {'a', 0, 'b'})).isEqualTo("610062");
        assertThat(Text.of("a\0b")).isEqualTo("610062");
    }
}
