package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on some threads, begun in the order given. */
public final class Threads {
    private Threads() {}

    /**
     * What comes out of each, in the order given.
     *
     * @param purpose for messages: what cannot be done when one of them fails
     * @throws IllegalStateException when one fails, or this thread is interrupted; the others are then, too
     */
    public static <T> List<T> run(List<? extends Callable<T>> work, int threads, String purpose) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> pending = new ArrayList<>();
            work.forEach(each -> pending.add(executor.submit(each)));
            List<T> results = new ArrayList<>();
            for (Future<T> each : pending) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot " + purpose + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: cannot " + purpose, e);
        } finally {
            executor.shutdownNow();
        }
    }
}
