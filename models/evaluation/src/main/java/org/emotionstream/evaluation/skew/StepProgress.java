package org.emotionstream.evaluation.skew;

import java.util.function.Consumer;

/** Says how far a long step is, each time that another tenth of it is done. For one thread. */
final class StepProgress {
    private static final int PARTS = 10;

    private final Consumer<String> out;
    private final String what;
    private final int total;
    private int count;

    StepProgress(Consumer<String> out, String what, int total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /** One more is done. */
    void done() {
        long before = (long) count * PARTS / total;
        count++;
        if ((long) count * PARTS / total > before) {
            out.accept(what + ": " + count + " of " + total);
        }
    }
}
