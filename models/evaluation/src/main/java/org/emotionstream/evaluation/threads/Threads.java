package org.emotionstream.evaluation.threads;

import java.util.List;
import java.util.function.Supplier;

/** Work that belongs together, on some threads, begun in the order given. */
public final class Threads {
    private Threads() {}

    /**
     * What comes out of each, in the order given.
     *
     * @param purpose for messages: what cannot be done when one of them fails
     * @throws IllegalStateException when one fails, or this thread is interrupted; the others are then, too
     */
    public static <T> List<T> run(List<? extends Supplier<T>> work, int threads, String purpose) {
        try {
            return Work.each(work, Supplier::get, threads, () -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: cannot " + purpose, e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("cannot " + purpose + ": " + e, e);
        }
    }
}
