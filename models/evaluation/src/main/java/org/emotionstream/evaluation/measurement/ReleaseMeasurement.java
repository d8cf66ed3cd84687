package org.emotionstream.evaluation.measurement;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;

/** Measures a release: for {@code evaluate}, and, once it has been written, for its own record. */
public final class ReleaseMeasurement {
    private final Path landmarkModel;
    private final int threads;
    private final Optional<String> bestSingle;
    private final DriftObserver observer;

    /**
     * @param landmarkModel dlib's 68-point model
     * @param threads how many pictures are answered at once; changes nothing in the result
     */
    public ReleaseMeasurement(Path landmarkModel, int threads) {
        this(landmarkModel, threads, Optional.empty(), new DriftCounts());
    }

    private ReleaseMeasurement(Path landmarkModel, int threads, Optional<String> bestSingle, DriftObserver observer) {
        this.landmarkModel = landmarkModel;
        this.threads = threads;
        this.bestSingle = bestSingle;
        this.observer = observer;
    }

    /**
     * The same, which holds the combination against this network, because it was the best of the four on other
     * pictures; without it, against the one that the release names or that is best on the very pictures.
     *
     * @param network for example {@code model-1}
     */
    public ReleaseMeasurement against(String network) {
        return new ReleaseMeasurement(landmarkModel, threads, Optional.of(network), observer);
    }

    /** The same, which tells this of each face, whose threads are ours. */
    public ReleaseMeasurement observing(DriftObserver counts) {
        return new ReleaseMeasurement(landmarkModel, threads, bestSingle, counts);
    }

    /**
     * What the release answers for these pictures of the data set, with every answer.
     *
     * @param done told how many pictures are done after each
     * @throws IllegalStateException when this thread is interrupted
     */
    public EvaluationReport report(StoredRelease stored, Dataset dataset, Selection selection, IntConsumer done) {
        try (ServingSteps steps = new ServingSteps(stored, landmarkModel, observer)) {
            Evaluation evaluation = new Evaluator(steps::answer, threads).evaluate(dataset, selection.pictures(), done);
            return new EvaluationReport(
                    stored.release().id(),
                    selection.split(),
                    selection.leftOut(),
                    Figures.of(
                            evaluation,
                            bestSingle
                                    .map(name -> new BestSingle(name, true))
                                    .orElseGet(() -> BestSingle.of(stored.release(), evaluation))));
        }
    }
}
