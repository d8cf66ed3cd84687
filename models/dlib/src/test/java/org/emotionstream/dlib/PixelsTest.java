package org.emotionstream.dlib;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What would make the native code read memory that is not the picture's. */
class PixelsTest {
    @Test
    void refusesNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pixels(0, 10, 10, 10, 1));
    }

    @Test
    void refusesNoPixels() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pixels(1, 0, 10, 10, 1));
    }

    @Test
    void refusesOtherChannels() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pixels(1, 10, 10, 40, 4));
    }

    @Test
    void refusesRowsThatOverlap() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pixels(1, 10, 10, 29, 3));
    }
}
