package org.emotionstream.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.LabelledPicture;

/** Has all pictures answered by worker threads; what comes out does not depend on their number. */
final class Evaluator {
    private final Function<byte[], Answer> steps;
    private final int threads;

    /**
     * @param steps from an encoded picture to its answer; safe for use by many threads
     * @param threads 1 or more
     */
    Evaluator(Function<byte[], Answer> steps, int threads) {
        this.steps = steps;
        this.threads = threads;
    }

    /**
     * Evaluates.
     *
     * @param pictures of the data set, each with a label
     * @param done told how many pictures are done after each, in this thread
     * @throws InterruptedException when this thread is interrupted; the workers are too, then
     */
    Evaluation evaluate(Dataset dataset, List<LabelledPicture> pictures, IntConsumer done) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Answer>> pending = new ArrayList<>();
            for (LabelledPicture picture : pictures) {
                pending.add(workers.submit(() -> steps.apply(dataset.bytes(picture))));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pending) {
                answers.add(result(answer));
                done.accept(answers.size());
            }
            return Evaluation.of(pictures, answers);
        } finally {
            // The steps must not be closed while a worker is still at one of them.
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static Answer result(Future<Answer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a picture could not be evaluated", e.getCause());
        }
    }
}
