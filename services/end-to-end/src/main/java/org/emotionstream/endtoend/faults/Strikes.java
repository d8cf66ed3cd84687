package org.emotionstream.endtoend.faults;

/** What one fault did: how often it struck, how much was in flight then, how long it took to recover. */
public final class Strikes {
    private int count;
    private long leastInFlight = Long.MAX_VALUE;
    private double mostSeconds;

    /** It struck while so many records were in flight. */
    public void struck(long inFlight) {
        count++;
        leastInFlight = Math.min(leastInFlight, inFlight);
    }

    /** So many seconds after the outage was over, everything that had been sent by then was answered. */
    public void recovered(double seconds) {
        mostSeconds = Math.max(mostSeconds, seconds);
    }

    /** How often it struck. */
    public int count() {
        return count;
    }

    /** Records in flight when it struck, the least of all times. */
    public long leastInFlight() {
        return count == 0 ? 0 : leastInFlight;
    }

    /** Seconds to recover, the most of all times. */
    public double mostSeconds() {
        return mostSeconds;
    }
}
