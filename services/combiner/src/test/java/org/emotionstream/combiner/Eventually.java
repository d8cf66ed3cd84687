package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, at most two minutes. */
final class Eventually {
    private static final long LOOKS = 2_400;
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        try {
            for (long look = 0; look < LOOKS && !condition.getAsBoolean(); look++) {
                new CountDownLatch(1).await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
