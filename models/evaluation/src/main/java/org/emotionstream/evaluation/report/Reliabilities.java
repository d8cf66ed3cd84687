package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.emotionstream.evaluation.measurement.Wilson;

/** How confidence and accuracy agree. */
final class Reliabilities {
    private static final int BINS = 10;

    private Reliabilities() {}

    /** Over ten bins with as many faces each. */
    static Measured.Reliability of(List<AnsweredFace> faces) {
        List<AnsweredFace> sorted = faces.stream()
                .sorted(Comparator.comparingDouble(AnsweredFace::confidence).thenComparing(AnsweredFace::id))
                .toList();
        List<Measured.ReliabilityBin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<AnsweredFace> members = sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
            if (!members.isEmpty()) {
                Measured.ReliabilityBin one = bin(members);
                bins.add(one);
                error += Math.abs(one.confidence() - one.accuracy().estimate()) * members.size() / sorted.size();
            }
        }
        return new Measured.Reliability(error, bins);
    }

    private static Measured.ReliabilityBin bin(List<AnsweredFace> members) {
        int right = (int) members.stream().filter(AnsweredFace::right).count();
        double confidence =
                members.stream().mapToDouble(AnsweredFace::confidence).average().orElseThrow();
        return new Measured.ReliabilityBin(
                members.size(), confidence, Wilson.of(right, members.size()).orElseThrow());
    }
}
