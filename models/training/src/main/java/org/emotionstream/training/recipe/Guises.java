package org.emotionstream.training.recipe;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.emotionstream.contract.Sha256;
import org.emotionstream.landmarks.BoxJitter;

/**
 * How a face of the training data may also arrive: its picture degraded, and the box around it as the
 * detector would have found it at another scale. Drawn by the picture's bytes and the guise's number alone.
 */
final class Guises {
    private static final double MOST_SCALE = 0.2;
    private static final double MOST_SHIFT = 0.08;

    /** Says all that decides what a guise is: cached faces of other guises are none of these. */
    static final String VERSION =
            "degraded, version 1; box scaled by up to " + MOST_SCALE + ", shifted by up to " + MOST_SHIFT;

    /**
     * One guise.
     *
     * @param degradation what happens to the picture
     * @param jitter what happens to the box
     */
    record Guise(Degradation degradation, BoxJitter jitter) {}

    private Guises() {}

    /** Guise {@code number}, counted from 1, of this picture. */
    static Guise of(byte[] encoded, int number) {
        SplittableRandom random = new SplittableRandom(hash(encoded) + number);
        BoxJitter jitter = new BoxJitter(
                random.nextDouble(1 - MOST_SCALE, 1 + MOST_SCALE),
                random.nextDouble(-MOST_SHIFT, MOST_SHIFT),
                random.nextDouble(-MOST_SHIFT, MOST_SHIFT));
        return new Guise(new Degradation(random.nextLong()), jitter);
    }

    private static long hash(byte[] encoded) {
        return ByteBuffer.wrap(Sha256.of(encoded)).getLong();
    }
}
