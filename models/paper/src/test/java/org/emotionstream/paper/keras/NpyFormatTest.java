package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpyFormatTest {
    private static final byte[] ONE_TO_SIX = floats(1, 2, 3, 4, 5, 6);

    @Test
    void readsRowsAndColumnsOfEitherWidthAndOrder() {
        NpyArray rows = NpyFormat.read("a", NumpyFiles.npy("(2, 3)", 1, 2, 3, 4, 5, 6));
        assertThat(rows.shape()).isEqualTo(List.of(2, 3));
        assertThat(rows.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rows.rows(1, 1)[0]).containsExactly(4, 5, 6);
        NpyArray columns = NpyFormat.read("a", NumpyFiles.npy(">f4", "True", "(2, 3)", ONE_TO_SIX));
        assertThat(columns.values()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(NpyFormat.read("a", NumpyFiles.npy(">f4", "True", "(6,)", ONE_TO_SIX))
                        .values())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesWhatItDoesNotReadAndSaysWhy() {
        refused(NumpyFiles.npy("|O", "False", "(6,)", ONE_TO_SIX), "found the type |O, which is a pickle");
        refused(
                NumpyFiles.npy("<i8", "False", "(3,)", ONE_TO_SIX),
                "expected 32-bit or 64-bit floats, found the type <i8");
        refused(NumpyFiles.npy("(3,)", 1, Double.NaN, 2), "found number 1 of 3 to be NaN");
        refused(NumpyFiles.npy("(7,)", 1, 2), "expected 7 numbers of 8 bytes, found 16 bytes: truncated or damaged");
        refused(NumpyFiles.npy("(1, 1, 1)", 1), "expected one or two dimensions");
        refused(NumpyFiles.npy("(99999, 99999)", 1), "expected at most 16777216 numbers");
        refused(NumpyFiles.npy("(99999999999,)", 1), "expected at most 16777216 numbers");
        refused(new byte[] {1, 2}, "expected an array of numpy (.npy), found 2 bytes");
    }

    @Test
    void aTruncatedArrayIsRefusedWhereverItEnds() {
        byte[] whole = NumpyFiles.npy("(2, 3)", 1, 2, 3, 4, 5, 6);
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length), "a: expected");
        }
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> NpyFormat.read("a", bytes))
                .isInstanceOf(KerasException.class)
                .hasMessageStartingWith("a: ")
                .hasMessageContaining(message);
    }

    private static byte[] floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }
}
