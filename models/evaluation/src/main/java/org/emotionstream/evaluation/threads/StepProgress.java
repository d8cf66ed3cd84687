package org.emotionstream.evaluation.threads;

import java.util.function.IntConsumer;

/** Says how far a long step is, each time that another tenth of it is done. For one thread. */
public final class StepProgress {
    private static final int PARTS = 10;

    private final int total;
    private final IntConsumer said;
    private int count;

    /**
     * @param total how many there are to do
     * @param said told how many are done, ten times at most
     */
    public StepProgress(int total, IntConsumer said) {
        this.total = total;
        this.said = said;
    }

    /** One more is done. */
    public void done() {
        long before = (long) count * PARTS / total;
        count++;
        if ((long) count * PARTS / total > before) {
            said.accept(count);
        }
    }
}
