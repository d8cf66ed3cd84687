package org.emotionstream.evaluation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often answers of like confidence are right. Of calibrated answers, as often as their confidence says.
 *
 * @param bins by rising confidence; of equal mass: their sizes differ by at most one face
 */
public record Reliability(List<Bin> bins) {
    /** As many bins as scores are computed with. */
    public static final int BINS = 15;

    /**
     * Answers of like confidence.
     *
     * @param confidence their mean, in [0, 1]
     * @param accuracy share of them that are right, in [0, 1]
     * @param n how many they are
     */
    public record Bin(double confidence, double accuracy, int n) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts answers into bins of equal mass. Each holds two answers or more, so there may be fewer bins than
     * asked for; no answers make no bin, a single one makes one.
     *
     * @param bins how many there are to be, 1 or more
     */
    public static Reliability of(List<JudgedAnswer> answers, int bins) {
        List<JudgedAnswer> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingDouble(JudgedAnswer::confidence));
        int count = Math.max(1, Math.min(bins, sorted.size() / 2));
        List<Bin> made = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) sorted.size() * bin / count);
            int to = (int) ((long) sorted.size() * (bin + 1) / count);
            if (to > from) {
                made.add(bin(sorted.subList(from, to)));
            }
        }
        return new Reliability(made);
    }

    private static Bin bin(List<JudgedAnswer> answers) {
        double confidence = 0;
        int right = 0;
        for (JudgedAnswer answer : answers) {
            confidence += answer.confidence();
            right += answer.right() ? 1 : 0;
        }
        return new Bin(confidence / answers.size(), (double) right / answers.size(), answers.size());
    }

    /**
     * The calibration error: root of the mean, over the answers, of the squared difference between the
     * confidence and the accuracy of their bin, each less what chance alone puts into it: the variance of
     * the bin's accuracy, {@code accuracy (1 - accuracy) / (n - 1)} (Kumar, Liang and Ma 2019, "Verified
     * uncertainty calibration", section 4). Without that, perfectly calibrated answers seem the worse, the
     * fewer they are. Where chance explains all of it, the error is 0.
     */
    public double debiasedError() {
        double sum = 0;
        int faces = 0;
        for (Bin bin : bins) {
            double difference = bin.confidence() - bin.accuracy();
            double chance = bin.n() > 1 ? bin.accuracy() * (1 - bin.accuracy()) / (bin.n() - 1) : 0;
            sum += bin.n() * (difference * difference - chance);
            faces += bin.n();
        }
        return faces == 0 ? 0 : Math.sqrt(Math.max(0, sum / faces));
    }
}
