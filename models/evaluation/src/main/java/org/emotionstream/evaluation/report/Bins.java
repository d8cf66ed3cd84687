package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.emotionstream.evaluation.measurement.Wilson;

/** Faces by what they have in common; bins without a face are left out. */
final class Bins {
    private static final int[] SIDES = {0, 24, 32, 40, 48, 64, 80, 120, 160, Integer.MAX_VALUE};
    private static final int[] PERCENT = {0, 50, 60, 70, 80, 90, 100};

    private Bins() {}

    static List<Measured.Bin> byFaceSide(List<AnsweredFace> faces) {
        List<Measured.Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < SIDES.length; i++) {
            int from = SIDES[i];
            int to = SIDES[i + 1];
            add(bins, sideName(from, to), faces, face -> face.side() >= from && face.side() < to);
        }
        return bins;
    }

    static List<Measured.Bin> byAgreement(List<AnsweredFace> faces) {
        List<Measured.Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < PERCENT.length; i++) {
            int from = PERCENT[i];
            int to = PERCENT[i + 1];
            add(bins, from + " to below " + to + " %", faces, face -> face.votes()
                    .filter(votes -> percent(votes) >= from && percent(votes) < to)
                    .isPresent());
        }
        add(bins, "all agreed", faces, face -> face.votes()
                .filter(votes -> percent(votes) >= 100)
                .isPresent());
        add(bins, "nobody voted", faces, face -> face.votes().isEmpty());
        return bins;
    }

    /** Rounded, so that seven votes of ten are 70 and not, as a float, a little less. */
    private static long percent(double share) {
        return Math.round(share * 1000) / 10;
    }

    private static String sideName(int from, int to) {
        if (from == 0) {
            return "below " + to + " px";
        }
        return to == Integer.MAX_VALUE ? from + " px and more" : from + " to " + (to - 1) + " px";
    }

    private static void add(
            List<Measured.Bin> bins, String name, List<AnsweredFace> faces, Predicate<AnsweredFace> belongs) {
        List<AnsweredFace> members = faces.stream().filter(belongs).toList();
        int right = (int) members.stream().filter(AnsweredFace::right).count();
        Wilson.of(right, members.size())
                .ifPresent(accuracy -> bins.add(new Measured.Bin(name, members.size(), accuracy)));
    }
}
