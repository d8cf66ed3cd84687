package org.emotionstream.paper.keras;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads what a damaged file may make endless: in a thread of its own, which does not keep the process alive,
 * for a limited time. Whatever goes wrong in it becomes a {@link KerasException}.
 */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * @param what is read, as the error shall begin
     * @throws KerasException when reading fails in any way, or does not end in time
     */
    static <T> T read(String what, Duration limit, Supplier<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::get);
        Thread thread = new Thread(task, "read " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refusal(what, e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new KerasException(
                    what + ": damaged: reading it did not end within " + limit.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KerasException(what + ": interrupted", e);
        }
    }

    /** A damaged file can send a library anywhere: beyond a buffer, into endless recursion, out of memory. */
    private static KerasException refusal(String what, Throwable cause) {
        if (cause instanceof KerasException refusal) {
            return refusal;
        }
        return new KerasException(
                what + ": damaged, or written by something else than Keras: "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                cause);
    }
}
