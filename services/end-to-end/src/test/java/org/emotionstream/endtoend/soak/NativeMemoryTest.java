package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    private static final int SAMPLES = 360;
    private static final double SAMPLES_A_MINUTE = 6;
    private static final double MEGABYTE = 1 << 20;

    private final NativeMemory memory = new NativeMemory();

    @Test
    void aLeakOfTenMegabytesAnHourIsNamed() {
        sample(n -> 100 + 10.0 * n / SAMPLES);
        assertThat(memory.complaints()).singleElement().asString().contains("landmarker", "5.0 MB");
        assertThat(memory.lines()).singleElement().asString().contains("+10.00 MB an hour");
    }

    @Test
    void memoryThatOnlyVariesIsNoLeak() {
        Random random = new Random(1);
        sample(n -> 100 + 6 * random.nextDouble());
        assertThat(memory.complaints()).isEmpty();
    }

    @Test
    void whatIsTakenInTheFirstHalfIsNoLeak() {
        sample(n -> Math.min(n, SAMPLES / 2));
        assertThat(memory.complaints()).isEmpty();
    }

    @Test
    void memoryThatFallsIsNoLeak() {
        sample(n -> 500 - n);
        assertThat(memory.complaints()).isEmpty();
    }

    private void sample(IntToDoubleFunction megabytes) {
        for (int n = 1; n <= SAMPLES; n++) {
            memory.add("landmarker", n / SAMPLES_A_MINUTE, Math.round(megabytes.applyAsDouble(n) * MEGABYTE));
        }
    }
}
