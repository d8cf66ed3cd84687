package org.emotionstream.events.loop;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits without falling silent: while something takes its time, the consumer is polled so that the group
 * knows that it is alive and can share its partitions anew.
 */
final class Patience {
    private static final long MILLIS = 250;
    private static final long NANOS = MILLIS * 1_000_000;

    private final Runnable meanwhile;
    private long last = System.nanoTime();
    private boolean within;

    /**
     * @param meanwhile called four times a second, over many short waits as in a long one
     */
    Patience(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    /**
     * What comes of it.
     *
     * @param fault the message when an exception comes of it
     * @throws LoopException when an exception comes of it
     */
    <T> T await(Future<T> future, String fault) {
        while (true) {
            showThatWeAreThere();
            try {
                return future.get(MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue; // and show that we are still there
            } catch (ExecutionException e) {
                throw new LoopException(fault + ": " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LoopException(fault + ": interrupted", e);
            }
        }
    }

    /**
     * Not within itself: a rebalance, which happens inside of the poll, waits for results too, and a poll within
     * a poll leaves the member in a rebalance that never ends.
     */
    private void showThatWeAreThere() {
        if (within || System.nanoTime() - last < NANOS) {
            return;
        }
        within = true;
        try {
            meanwhile.run();
        } finally {
            within = false;
            last = System.nanoTime();
        }
    }
}
