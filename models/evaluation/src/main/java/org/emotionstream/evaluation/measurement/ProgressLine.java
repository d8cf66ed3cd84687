package org.emotionstream.evaluation.measurement;

import java.io.PrintWriter;
import java.util.Locale;

/** Says how far a long step is, each time that another tenth of it is done. For one thread. */
final class ProgressLine {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private final int total;
    private final long started = System.nanoTime();
    private int said;

    ProgressLine(PrintWriter out, int total) {
        this.out = out;
        this.total = total;
    }

    /** So many are done. */
    void done(int count) {
        int parts = (int) ((long) count * PARTS / total);
        if (parts > said) {
            said = parts;
            out.printf(Locale.ROOT, "%d of %d pictures, %.0f s%n", count, total, (System.nanoTime() - started) / 1e9);
            out.flush();
        }
    }
}
