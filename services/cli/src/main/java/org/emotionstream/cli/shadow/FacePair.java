package org.emotionstream.cli.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.contract.Emotion;
import org.emotionstream.schemas.FaceStatus;

/** One face as the serving release and its shadow have answered it. */
record FacePair(FaceAnswer serving, FaceAnswer shadow) {
    /** Two boxes that share less of their area than this are two faces (intersection over union). */
    static final double LEAST_OVERLAP = 0.5;

    private record Candidate(int serving, int shadow, double overlap) {}

    /** The faces that both have found: the boxes that overlap most belong together, each to one. */
    static List<FacePair> match(List<FaceAnswer> serving, List<FaceAnswer> shadow) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < serving.size(); i++) {
            for (int j = 0; j < shadow.size(); j++) {
                double overlap = serving.get(i).box().overlap(shadow.get(j).box());
                if (overlap >= LEAST_OVERLAP) {
                    candidates.add(new Candidate(i, j, overlap));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::overlap).reversed());
        Set<Integer> servingTaken = new HashSet<>();
        Set<Integer> shadowTaken = new HashSet<>();
        List<FacePair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!servingTaken.contains(candidate.serving()) && shadowTaken.add(candidate.shadow())) {
                servingTaken.add(candidate.serving());
                pairs.add(new FacePair(serving.get(candidate.serving()), shadow.get(candidate.shadow())));
            }
        }
        return pairs;
    }

    /** Whether an analyst would read another emotion or status. */
    boolean differs() {
        return !outcome(serving).equals(outcome(shadow));
    }

    /**
     * The total variation of the nine probabilities, in [0, 1]; empty where the networks of one did not run.
     */
    OptionalDouble change() {
        if (serving.distribution().isEmpty() || shadow.distribution().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(serving.distribution()
                .get()
                .totalVariation(shadow.distribution().get()));
    }

    /** The emotion, or the status of a face that has none. */
    static String outcome(FaceAnswer face) {
        return face.status() == FaceStatus.emotion
                ? face.emotion().map(Emotion::label).orElse("emotion")
                : face.statusInWords();
    }
}
