package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.calibration.JudgedAnswer;
import org.emotionstream.evaluation.calibration.ProbabilityScores;
import org.emotionstream.evaluation.prediction.Prediction;

/**
 * What a candidate answers for faces of groups that it was not fitted to, computed by the code that serves.
 *
 * @param candidate that was fitted, once for each fold
 * @param answers in the order of the faces
 * @param scores of these answers
 */
record CrossFitted(Candidate candidate, List<JudgedAnswer> answers, ProbabilityScores scores) {
    /** Fits and answers fold by fold. */
    static CrossFitted of(Candidate candidate, int[] networks, HeadFaces faces) {
        JudgedAnswer[] answers = new JudgedAnswer[faces.count()];
        for (int fold = 0; fold < HeadFaces.FOLDS; fold++) {
            var head = DistributionsToEmotion.of(candidate.fit(faces, faces.allBut(fold)));
            for (int face = 0; face < faces.count(); face++) {
                if (faces.fold(face) == fold) {
                    answers[face] = judge(faces.get(face), networks, head);
                }
            }
        }
        List<JudgedAnswer> listed = List.of(answers);
        return new CrossFitted(candidate, listed, ProbabilityScores.of(listed));
    }

    private static JudgedAnswer judge(
            Prediction face, int[] networks, Function<List<EmotionDistribution>, EmotionDistribution> head) {
        List<EmotionDistribution> answered = new ArrayList<>(networks.length);
        for (int network : networks) {
            answered.add(face.networks().get(network));
        }
        return new JudgedAnswer(face.label(), face.votes(), head.apply(answered));
    }

    /**
     * Whether this one is worth being more complex than another: it lowers the mean loss (-ln of the label's
     * probability) by more than one standard error of the difference, clustered by group, and is right no less often.
     */
    boolean beats(CrossFitted simpler, HeadFaces faces) {
        double[] lowered = new double[faces.count()];
        for (int face = 0; face < lowered.length; face++) {
            lowered[face] = ProbabilityScores.negativeLogLikelihood(simpler.answers.get(face))
                    - ProbabilityScores.negativeLogLikelihood(answers.get(face));
        }
        PairedDifference difference = PairedDifference.of(lowered, faces::group);
        return difference.mean() > difference.standardError() && scores.accuracy() >= simpler.scores.accuracy();
    }
}
