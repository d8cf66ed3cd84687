package org.emotionstream.evaluation.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.emotionstream.contract.FileFailure;

/** The same for many things, on some threads; results come in the order of the things. */
public final class Work {
    private Work() {}

    /**
     * What becomes of each, begun in the order given.
     *
     * @param done told after each, in this thread
     * @throws IllegalStateException when this thread is interrupted; the workers are too, then
     */
    public static <A, B> List<B> each(List<? extends A> inputs, Function<A, B> work, int threads, Runnable done) {
        try {
            return each(inputs, work, Executors.newFixedThreadPool(threads), done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workers were at it", e);
        }
    }

    private static <A, B> List<B> each(
            List<? extends A> inputs, Function<A, B> work, ExecutorService workers, Runnable done)
            throws InterruptedException {
        try {
            List<Future<B>> pending = new ArrayList<>();
            inputs.forEach(input -> pending.add(workers.submit(() -> work.apply(input))));
            List<B> results = new ArrayList<>();
            for (Future<B> each : pending) {
                results.add(result(each));
                done.run();
            }
            return results;
        } finally {
            // What the workers use must not be closed while one is still at it.
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static <B> B result(Future<B> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a worker failed: " + FileFailure.inWords(e.getCause()), e.getCause());
        }
    }
}
