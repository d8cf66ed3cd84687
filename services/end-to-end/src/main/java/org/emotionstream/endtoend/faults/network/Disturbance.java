package org.emotionstream.endtoend.faults.network;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much the network is disturbed at present. */
final class Disturbance {
    private volatile long delayNanos;
    private boolean standStill;

    void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    synchronized void standStill(boolean standStill) {
        this.standStill = standStill;
        notifyAll();
    }

    /** Returns when bytes that came in at this time may go out. */
    void await(long cameInNanos) throws InterruptedException {
        long left = delayNanos - (System.nanoTime() - cameInNanos);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
        synchronized (this) {
            while (standStill) {
                wait();
            }
        }
    }
}
