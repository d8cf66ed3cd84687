package org.emotionstream.training.recipe;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells on a stream (standard error, when the command runs) how far a long step is and how long it will take. */
public final class Progress {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final PrintWriter out;
    private String step = "";
    private long started;
    private long told;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** One line about something that has happened. */
    public synchronized void tell(String line) {
        out.println(line);
        out.flush();
    }

    /** A step of this name begins now. */
    public synchronized void begin(String name) {
        step = name;
        started = System.nanoTime();
        told = started;
    }

    /** A step is {@code done} of {@code all} far; tells so at its end, and every ten seconds before. */
    public synchronized void at(String name, long done, long all) {
        long now = System.nanoTime();
        if (!name.equals(step)) {
            begin(name);
        }
        if (done == all || now - told >= BETWEEN.toNanos()) {
            told = now;
            tell(name + ": " + done + " of " + all + ", " + timeLeft(now - started, done, all));
        }
    }

    /** For example {@code 3 min 20 s left}, if it goes on as it has gone so far. */
    static String timeLeft(long elapsedNanoseconds, long done, long all) {
        if (done >= all) {
            return "done in " + text(Duration.ofNanos(elapsedNanoseconds));
        }
        double left = (double) elapsedNanoseconds / Math.max(1, done) * (all - done);
        return text(Duration.ofNanos((long) left)) + " left";
    }

    private static String text(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
