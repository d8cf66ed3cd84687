package org.emotionstream.endtoend.soak;

import java.util.Map;
import org.emotionstream.events.wire.ImageIdentity;

/** Milliseconds from sending a picture to reading its answer, least first. */
final class Percentiles {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double PER_CENT = 100;

    private final double[] millis;

    private Percentiles(double[] millis) {
        this.millis = millis;
    }

    /**
     * Of the pictures whose answers were read in this time.
     *
     * @param from by {@link System#nanoTime}
     * @param to not included
     */
    static Percentiles between(
            long from, long to, Map<ImageIdentity, Long> firstSent, Map<ImageIdentity, Long> firstAnswered) {
        return new Percentiles(firstSent.entrySet().stream()
                .filter(sent -> {
                    Long answered = firstAnswered.get(sent.getKey());
                    return answered != null && answered - from >= 0 && answered - to < 0;
                })
                .mapToDouble(sent -> (firstAnswered.get(sent.getKey()) - sent.getValue()) / NANOS_A_MILLI)
                .sorted()
                .toArray());
    }

    /** How many pictures there are. */
    int count() {
        return millis.length;
    }

    /** The least of these times that so many per cent of them do not exceed; not a number when there is none. */
    double millis(double percent) {
        int rank = (int) Math.ceil(millis.length * percent / PER_CENT);
        return millis.length == 0 ? Double.NaN : millis[Math.max(0, rank - 1)];
    }
}
