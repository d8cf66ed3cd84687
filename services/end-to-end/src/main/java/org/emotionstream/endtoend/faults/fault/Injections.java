package org.emotionstream.endtoend.faults.fault;

import java.util.ArrayList;
import java.util.List;

/** How often one fault was injected, how much was in flight then, and how long the chain took to recover. */
public final class Injections {
    private final List<String> complaints = new ArrayList<>();
    private int count;
    private long leastInFlight = Long.MAX_VALUE;
    private double mostSeconds;

    /** The fault was injected while so many records were in flight. */
    public void injected(long inFlight) {
        count++;
        leastInFlight = Math.min(leastInFlight, inFlight);
    }

    /** So many seconds after the outage was over, everything that had been sent by then was answered. */
    public void recovered(double seconds) {
        mostSeconds = Math.max(mostSeconds, seconds);
    }

    /** This is wrong, in words, though the fault was carried through. */
    public void complain(String complaint) {
        complaints.add(complaint);
    }

    /** What is wrong; empty when all is well. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** How often the fault was injected. */
    public int count() {
        return count;
    }

    /** Records in flight when the fault was injected, the least of all times. */
    public long leastInFlight() {
        return count == 0 ? 0 : leastInFlight;
    }

    /** Seconds to recover, the most of all times. */
    public double mostSeconds() {
        return mostSeconds;
    }
}
