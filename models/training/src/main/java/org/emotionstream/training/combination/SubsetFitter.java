package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.SubsetHead;
import org.emotionstream.evaluation.calibration.JudgedAnswer;
import org.emotionstream.evaluation.calibration.ProbabilityScores;
import org.emotionstream.evaluation.history.SubsetChoice;

/** Chooses and fits the head for one subset of the networks. */
final class SubsetFitter {
    private final HeadFaces faces;
    private final Map<Integer, CrossFitted> alone = new HashMap<>();

    SubsetFitter(HeadFaces faces) {
        this.faces = faces;
    }

    /**
     * What came out.
     *
     * @param head fitted to all faces
     * @param choice what it was chosen from
     * @param answers of the chosen candidate, cross-fitted, in the order of the faces
     */
    record Fitted(SubsetHead head, SubsetChoice choice, List<JudgedAnswer> answers) {}

    /**
     * From the simplest to the most complex: the best network alone, the plain average, the weighted average,
     * logarithmic. Each takes the place of the one before only when it {@link CrossFitted#beats} it.
     *
     * @param networks their indices, in order
     */
    Fitted fit(int[] networks) {
        Map<String, ProbabilityScores> scores = new LinkedHashMap<>();
        CrossFitted chosen = bestSingle(networks, scores);
        for (Candidate candidate : combinations(networks)) {
            CrossFitted next = CrossFitted.of(candidate, networks, faces);
            scores.put(candidate.name(), next.scores());
            if (next.beats(chosen, faces)) {
                chosen = next;
            }
        }
        SubsetHead head = chosen.candidate().fit(faces, faces.allBut(-1));
        SubsetChoice choice =
                new SubsetChoice(head.networks(), chosen.candidate().name(), scores);
        return new Fitted(head, choice, chosen.answers());
    }

    private CrossFitted bestSingle(int[] networks, Map<String, ProbabilityScores> scores) {
        List<CrossFitted> singles = new ArrayList<>();
        for (int i = 0; i < networks.length; i++) {
            CrossFitted single = alone(networks[i]);
            scores.put(single.candidate().name(), single.scores());
            singles.add(new CrossFitted(AverageCandidate.single(networks, i), single.answers(), single.scores()));
        }
        return Collections.min(
                singles, Comparator.comparingDouble(single -> single.scores().negativeLogLikelihood()));
    }

    /** What a network answers alone is the same in every subset. */
    private CrossFitted alone(int network) {
        return alone.computeIfAbsent(network, key -> {
            int[] itself = {key};
            return CrossFitted.of(AverageCandidate.single(itself, 0), itself, faces);
        });
    }

    private List<Candidate> combinations(int[] networks) {
        if (networks.length == 1) {
            return List.of();
        }
        return List.of(
                AverageCandidate.plain(networks),
                AverageCandidate.weighted(networks),
                new LogarithmicCandidate(networks));
    }
}
