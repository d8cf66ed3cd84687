package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Head;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.SubsetHead;
import org.emotionstream.evaluation.calibration.JudgedAnswer;
import org.emotionstream.evaluation.calibration.MinimumConfidence;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.history.SubsetChoice;
import org.emotionstream.evaluation.prediction.Prediction;

/**
 * Fits the head of a release to faces that no network has learned from: for each of the 15 subsets of the
 * networks the simplest candidate that no more complex one beats, all judged by cross-fitting, so that what
 * is said of a candidate holds for faces it does not know. Plain Java and {@link StrictMath} in a fixed order:
 * the same faces give the same head on every machine.
 */
public final class HeadFitter {
    private HeadFitter() {}

    /**
     * The head for these faces.
     *
     * @param predictions each with the answers of all four networks; groups enough that no fold is empty and
     *     no fold holds all
     * @param seed of the folds
     * @throws IllegalArgumentException when there are too few groups, naming what was expected
     */
    public static FittedHead fit(List<Prediction> predictions, long seed) {
        HeadFaces faces = new HeadFaces(predictions, seed);
        for (int fold = 0; fold < HeadFaces.FOLDS; fold++) {
            int others = faces.allBut(fold).length;
            if (others == 0 || others == faces.count()) {
                throw new IllegalArgumentException("expected faces of enough groups for " + HeadFaces.FOLDS
                        + " folds, found " + predictions.size() + " faces and none in fold " + fold
                        + " or none outside of it");
            }
        }
        SubsetFitter fitter = new SubsetFitter(faces);
        List<SubsetHead> heads = new ArrayList<>();
        List<SubsetChoice> choices = new ArrayList<>();
        List<JudgedAnswer> complete = List.of();
        for (int mask = 1; mask <= NetworkSubsets.COMPLETE; mask++) {
            SubsetFitter.Fitted fitted = fitter.fit(indices(mask));
            heads.add(fitted.head());
            choices.add(fitted.choice());
            complete = fitted.answers();
        }
        double minimum = MinimumConfidence.of(complete);
        return new FittedHead(
                new Head(minimum, List.copyOf(heads)),
                new HeadReport(choices, RiskCoverage.of(complete), minimum),
                complete);
    }

    private static int[] indices(int mask) {
        return NetworkSubsets.names(mask).stream()
                .mapToInt(NetworkSubsets.NETWORKS::indexOf)
                .toArray();
    }
}
