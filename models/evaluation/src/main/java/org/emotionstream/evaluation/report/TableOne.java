package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The paper's Table 1 beside ours.
 *
 * @param trainedOn what our first figure is over, for example {@code 20,378 rows learned from}
 * @param testedOn what our second figure is over, with its n
 * @param rows model-1 to model-4 and combined
 * @param majority the accuracy of always answering the most frequent class of what ours was tested on, in [0, 1]
 * @param majorityClass the label of that class
 */
public record TableOne(String trainedOn, String testedOn, List<Row> rows, double majority, String majorityClass) {
    /** What must stand beside the table. */
    public static final String NOT_COMPARABLE = "The paper's figures are for AffectNet, ours for this data set: the two"
            + " are not comparable, because the data, its labels and the share of its most frequent class differ. What"
            + " can be compared is the order of the models, and what combining them gains.";

    private static final Map<String, double[]> PAPER = Map.of(
            "model-1", new double[] {0.57, 0.41},
            "model-2", new double[] {0.49, 0.41},
            "model-3", new double[] {0.63, 0.41},
            "model-4", new double[] {0.64, 0.38},
            "combined", new double[] {0.69, 0.43});

    public TableOne {
        rows = List.copyOf(rows);
    }

    /**
     * One model; all figures in [0, 1].
     *
     * @param model for example {@code model-1}
     * @param parameters how many numbers it has learned
     * @param paperTrain what the paper states for training
     * @param paperTest what the paper states for testing
     * @param train our accuracy on what was learned from, where it was measured
     * @param test our accuracy on what was not
     * @param balanced our balanced accuracy on the same
     * @param macroF1 our macro-F1 over the eight emotions on the same
     */
    public record Row(
            String model,
            long parameters,
            double paperTrain,
            double paperTest,
            OptionalDouble train,
            double test,
            double balanced,
            double macroF1) {
        /**
         * A row of ours beside the paper's.
         *
         * @throws IllegalArgumentException when the paper has no such model
         */
        public static Row of(
                String model, long parameters, OptionalDouble train, double test, double balanced, double macroF1) {
            double[] paper = PAPER.get(model);
            if (paper == null) {
                throw new IllegalArgumentException("the paper's table has no " + model + "; it has " + PAPER.keySet());
            }
            return new Row(model, parameters, paper[0], paper[1], train, test, balanced, macroF1);
        }
    }
}
