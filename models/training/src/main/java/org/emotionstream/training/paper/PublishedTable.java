package org.emotionstream.training.paper;

import java.util.Map;

/** The paper's Table 1: accuracies on AffectNet, as it prints them. */
final class PublishedTable {
    /**
     * One row of it.
     *
     * @param train over the training pictures
     * @param test over the test pictures
     */
    record Accuracies(double train, double test) {}

    private static final Map<String, Accuracies> ROWS = Map.of(
            "model-1", new Accuracies(0.57, 0.41),
            "model-2", new Accuracies(0.49, 0.41),
            "model-3", new Accuracies(0.63, 0.41),
            "model-4", new Accuracies(0.64, 0.38),
            "combined", new Accuracies(0.69, 0.43));

    private PublishedTable() {}

    static Accuracies of(String model) {
        return ROWS.get(model);
    }
}
