package org.emotionstream.training.recipe;

import java.nio.file.Path;
import java.util.Arrays;
import org.emotionstream.contract.Sha256;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * Where intermediate results lie: each under a name that holds everything it depends on, so that none is
 * ever taken for another.
 *
 * @param folder of all of them
 * @param dataHash of the data set
 * @param faceDecisions how its faces are found: see {@link org.emotionstream.training.faces.FaceKeys#decisions()}
 */
record WorkFolder(Path folder, String dataHash, String faceDecisions) {
    /** Raised when the code that trains networks changes what it computes. */
    private static final String VERSION = "2";

    /** Of all data sets and settings: each of these faces has a key that holds what it depends on. */
    Path faces() {
        return folder.resolve("faces");
    }

    /** Of this network. The others' settings change nothing in it. */
    NetworkFile network(TrainingPlan plan, int training, PaperArchitecture architecture) {
        String key = key(
                plan.tile(),
                plan.limit(),
                plan.networkSeed(training, architecture),
                plan.choosing(),
                plan.fold(),
                training,
                plan.trainings(),
                plan.guises(),
                plan.cap(),
                plan.epochs(architecture),
                plan.optimisation(architecture));
        return new NetworkFile(folder.resolve("training-" + (training + 1) + "-" + architecture.label() + "-" + key));
    }

    private String key(Object... dependencies) {
        return Sha256.key(VERSION + dataHash + faceDecisions + Arrays.toString(dependencies));
    }
}
