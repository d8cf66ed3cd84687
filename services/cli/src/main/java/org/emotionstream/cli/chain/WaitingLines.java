package org.emotionstream.cli.chain;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says why a command still waits: for each process once it has waited for ten seconds, and again whenever its reason
 * changes, at most every five seconds. What a start usually takes needs no words. For one thread.
 */
public final class WaitingLines {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Consumer<String> say;
    private final LongSupplier nanos;
    private final long begun;
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();

    /** Says it to these. */
    public WaitingLines(Consumer<String> say) {
        this(say, System::nanoTime);
    }

    WaitingLines(Consumer<String> say, LongSupplier nanos) {
        this.say = say;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** This process is not ready, because of this. */
    public void waiting(String process, String why) {
        long now = nanos.getAsLong();
        boolean due = now - begun >= USUAL.toNanos() && now >= next.getOrDefault(process, now);
        if (due && !why.equals(said.get(process))) {
            say.accept("waiting for " + process + ": " + why);
            said.put(process, why);
            next.put(process, now + BETWEEN_LINES.toNanos());
        }
    }
}
