package org.emotionstream.paper.recipe;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.Sha256;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.recipe.NetworkFile;

/**
 * Where what is finished lies, so that an interrupted training goes on with the rest: each under a name that
 * holds everything it depends on, so that nothing is ever taken for another.
 *
 * @param folder of all of it
 * @param dataHash of the data set
 * @param plan of the training
 */
record PaperFolder(Path folder, String dataHash, PaperPlan plan) {
    /** Raised when the code changes what it computes. */
    private static final String VERSION = "paper-1";

    SingleFaceFile faces() {
        return new SingleFaceFile(folder.resolve("paper-faces-" + key(plan.seed(), plan.cap(), plan.tile())));
    }

    NetworkFile network(PaperArchitecture architecture) {
        return new NetworkFile(folder.resolve("paper-" + architecture.label() + "-"
                + key(
                        plan.seed(),
                        plan.cap(),
                        plan.tile(),
                        plan.copiesOneIn(),
                        plan.validationShare(),
                        plan.batch(),
                        plan.learningRate(),
                        plan.epochs())));
    }

    private String key(Object... dependencies) {
        return Sha256.key(VERSION + dataHash + List.of(dependencies));
    }
}
