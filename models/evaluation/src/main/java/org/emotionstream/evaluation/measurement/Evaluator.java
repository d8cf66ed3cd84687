package org.emotionstream.evaluation.measurement;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.threads.Work;

/** Has all pictures answered by worker threads; what comes out does not depend on their number. */
final class Evaluator {
    private final Function<byte[], ServedAnswer> steps;
    private final int threads;

    /**
     * @param steps from an encoded picture to its answer; safe for use by many threads
     * @param threads 1 or more
     */
    Evaluator(Function<byte[], ServedAnswer> steps, int threads) {
        this.steps = steps;
        this.threads = threads;
    }

    /**
     * Evaluates.
     *
     * @param pictures of the data set, each with a label
     * @param done told how many pictures are done after each, in this thread
     */
    Evaluation evaluate(Dataset dataset, List<LabelledPicture> pictures, IntConsumer done) {
        AtomicInteger answered = new AtomicInteger();
        List<ServedAnswer> answers = Work.each(
                pictures,
                picture -> steps.apply(dataset.bytes(picture)),
                threads,
                () -> done.accept(answered.incrementAndGet()));
        return Evaluation.of(pictures, answers);
    }
}
