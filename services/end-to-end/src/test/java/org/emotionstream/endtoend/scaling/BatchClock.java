package org.emotionstream.endtoend.scaling;

/**
 * The rate of one process, taken from the end of one batch to the end of a later one: its counter only moves
 * when a batch is committed, so a window that began and ended at any moment would be off by up to a batch.
 */
final class BatchClock {
    private final RecordCounter counter;
    private double seen;
    private double first;
    private double last;
    private long firstNanos;
    private long lastNanos;
    private int batches = -1;

    BatchClock(RecordCounter counter) {
        this.counter = counter;
        seen = counter.read();
    }

    /** Notes a batch that has ended since the last look; looks more often than batches end. */
    void look() {
        double now = counter.read();
        if (now == seen) {
            return;
        }
        seen = now;
        last = now;
        lastNanos = System.nanoTime();
        if (++batches == 0) {
            first = now;
            firstNanos = lastNanos;
        }
    }

    /** How many whole batches it has seen. */
    int batches() {
        return batches;
    }

    /** Records a second, over whole batches. */
    double rate() {
        return (last - first) * 1e9 / (lastNanos - firstNanos);
    }
}
