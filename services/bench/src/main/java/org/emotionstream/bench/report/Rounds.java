package org.emotionstream.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes two measurements in turn, so that what changes on the machine meanwhile changes both.
 *
 * @param count of rounds, at least 1
 */
public record Rounds(int count) {
    /** A measurement that can be repeated. */
    public interface Measurement {
        /**
         * Measures once.
         *
         * @param round from 1
         */
        BenchFigures measure(int round) throws InterruptedException;
    }

    /** Measures before, after, before, after, and so on; only after where there is no before. */
    public MeasuredRounds measure(Optional<Measurement> before, Measurement after) throws InterruptedException {
        List<BenchFigures> ofBefore = new ArrayList<>();
        List<BenchFigures> ofAfter = new ArrayList<>();
        for (int round = 1; round <= count; round++) {
            if (before.isPresent()) {
                ofBefore.add(before.get().measure(round));
            }
            ofAfter.add(after.measure(round));
        }
        return new MeasuredRounds(ofBefore, ofAfter);
    }
}
