package org.emotionstream.training.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.Selection;

/** Measures a release that has just been written: what {@code evaluate --json} prints, for its own record. */
public final class ReleaseMeasurement {
    private final Path landmarkModel;
    private final int threads;

    /**
     * @param landmarkModel dlib's 68-point model
     * @param threads how many pictures are answered at once; changes nothing in the result
     */
    public ReleaseMeasurement(Path landmarkModel, int threads) {
        this.landmarkModel = landmarkModel;
        this.threads = threads;
    }

    /**
     * The scores on these pictures of the data set, in the layout of {@code evaluate --json}.
     *
     * @param done told how many pictures are done after each
     * @throws IllegalStateException when this thread is interrupted
     */
    public ObjectNode measure(StoredRelease stored, Dataset dataset, Selection selection, IntConsumer done) {
        try (ServingSteps steps = new ServingSteps(stored, landmarkModel)) {
            Evaluation evaluation = new Evaluator(steps::answer, threads).evaluate(dataset, selection.pictures(), done);
            return EvaluationJson.object(
                    new EvaluationReport(stored.release().id(), selection.split(), selection.leftOut(), evaluation));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while measuring release " + stored.release().id(), e);
        }
    }
}
