package org.emotionstream.endtoend.faults.processes;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for conditions. */
public final class Until {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private Until() {}

    /**
     * Whether the condition came true in time.
     *
     * @param patience to wait at most
     */
    public static boolean within(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return true;
    }

    /**
     * Waits until the condition is true.
     *
     * @param what is waited for, after "waited in vain for"
     * @throws IllegalStateException when it does not come true in time
     */
    public static void met(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        if (!within(patience, condition)) {
            throw new IllegalStateException("waited in vain for " + what + ", " + patience.toSeconds() + " s");
        }
    }

    /** An outage lasts this long: not for anything to happen, but because that is the fault. */
    public static void outageIsOver(Duration outage) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(outage.toMillis());
    }
}
