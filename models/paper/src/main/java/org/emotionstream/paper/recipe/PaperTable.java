package org.emotionstream.paper.recipe;

import java.util.List;

/**
 * The paper's Table 1 beside that of a training by its recipe.
 *
 * @param rows model-1 to model-4, then combined
 * @param majority what always answering the most frequent class of {@code valid} reaches there
 * @param majorityClass the label of that class
 * @param learned rows learned from: pictures and changed copies of them
 * @param leaking rows that Keras kept apart
 * @param found pictures of {@code valid} in which a face was found and measured
 * @param pictures labelled pictures of {@code valid} whose group is not in {@code train}
 * @param componentsFor95 components that would keep 95 % of the features' variance
 * @param explainedVariance share of it that the 33 keep, in (0, 1]
 */
public record PaperTable(
        List<Row> rows,
        Figures majority,
        String majorityClass,
        int learned,
        int leaking,
        int found,
        int pictures,
        int componentsFor95,
        double explainedVariance) {
    public PaperTable {
        rows = List.copyOf(rows);
    }

    /**
     * One model.
     *
     * @param model model-1 to model-4, or combined
     * @param parameters how many numbers it has learned
     * @param paperTrain accuracy that the paper states for training, on AffectNet
     * @param paperTest accuracy that the paper states for testing, on AffectNet
     * @param train accuracy over the rows learned from, by the weights of the last epoch
     * @param leakingValidation accuracy over the rows that Keras kept apart, among them copies of pictures
     *     learned from
     * @param valid on the split {@code valid}
     */
    public record Row(
            String model,
            int parameters,
            double paperTrain,
            double paperTest,
            double train,
            double leakingValidation,
            Figures valid) {}

    /**
     * What a model reaches on the split {@code valid}; shares in [0, 1].
     *
     * @param accuracy over faces found, nine classes
     * @param accuracyAll over all pictures: nothing found counts as wrong
     * @param macroF1 mean F1 of the eight emotions, over faces found
     * @param macroF1Nine the same with no-face
     * @param balancedAccuracy mean recall of the classes that occur, over faces found
     */
    public record Figures(
            double accuracy, double accuracyAll, double macroF1, double macroF1Nine, double balancedAccuracy) {}
}
