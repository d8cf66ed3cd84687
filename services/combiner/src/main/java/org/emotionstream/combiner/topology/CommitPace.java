package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * When the transaction of one thread of Kafka Streams ends before its interval has passed, because an answer is in it:
 * at once while answers are rare, and at a pace while they are many, so that they share transactions. The pace follows
 * what a transaction takes: its end costs as much for one answer as for fifty, and a busy machine has less to spare.
 * Times are in milliseconds of one clock, unless they are called nanos. For one thread.
 */
public final class CommitPace {
    /** The shortest time between two transactions that answers ask for, on average. */
    static final Duration SHORTEST = Duration.ofMillis(50);

    /** The longest one. */
    static final Duration LONGEST = Duration.ofMillis(400);

    /** For so long a thread works at most after a transaction, whatever the end of that one took. */
    static final Duration LONGEST_REST = Duration.ofSeconds(1);

    /** In between, so many times what the end of a transaction takes. */
    static final int TIMES = 2;

    /** So many transactions may end at once after a quiet time. */
    static final int AT_ONCE = 2;

    /** So long an answer waits for joins that are open in its thread: images that came together are answered together. */
    static final Duration SETTLING = Duration.ofMillis(15);

    /** How long the thread waits for a record while nothing is open; Kafka Streams' own 100 ms keep it busy. */
    static final Duration RESTING = Duration.ofMillis(500);

    private static final int SMOOTHING = 4;
    // Answers of one round of processing are closer together; no end of a transaction takes less.
    private static final long SHORTEST_END_NANOS = Duration.ofMillis(5).toNanos();

    private final LongSupplier nanos;
    private final Map<Runnable, BooleanSupplier> joinsOpen = new LinkedHashMap<>();
    private final Set<Runnable> resting = new HashSet<>();
    // The next transaction is on time then; it may be early by the others that may end at once.
    private long onTime = Long.MIN_VALUE / 2;
    private boolean asked;
    private long dueNanos;
    private long period = SHORTEST.toMillis();
    private long tookNanos;
    private OptionalLong endsSince = OptionalLong.empty();
    private long restsUntilNanos;

    /** @param nanos a clock */
    CommitPace(LongSupplier nanos) {
        this.nanos = nanos;
        restsUntilNanos = nanos.getAsLong();
    }

    /** The pace of the thread that asks. */
    public static Supplier<CommitPace> ofEachThread() {
        return ThreadLocal.withInitial(() -> new CommitPace(System::nanoTime))::get;
    }

    /**
     * A task of the thread.
     *
     * @param writer writes what it keeps back when a transaction that was asked for is about to end
     * @param joinsOpen whether a join is open in it
     */
    void join(Runnable writer, BooleanSupplier joinsOpen) {
        this.joinsOpen.put(writer, joinsOpen);
    }

    /** This task is closed. */
    void leave(Runnable writer) {
        joinsOpen.remove(writer);
        resting.remove(writer);
    }

    /** Nothing is open in this task now, or something is. */
    void rests(Runnable writer, boolean now) {
        if (now) {
            resting.add(writer);
        } else {
            resting.remove(writer);
        }
    }

    /** Whether nothing is open in any task of the thread: nothing is to be done until a record comes. */
    boolean rests() {
        return !asked && !joinsOpen.isEmpty() && resting.size() == joinsOpen.size();
    }

    /**
     * An answer is in the transaction.
     *
     * @return after how many milliseconds the transaction is to end; empty where that was asked for already
     */
    OptionalLong answered(long now) {
        if (asked) {
            return OptionalLong.empty();
        }
        // Kafka Streams may process many rounds between two polls.
        if (endsSince.isPresent() && nanos.getAsLong() - endsSince.getAsLong() >= SHORTEST_END_NANOS) {
            goesOn();
        }
        // The rest is never negative, so the wait is not either.
        long wait = Math.max(rest(), onTime - (AT_ONCE - 1) * period - now);
        if (joinsOpen.values().stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            wait = Math.max(wait, SETTLING.toMillis());
        }
        if (wait == 0) {
            count(now);
        } else {
            asked = true;
            dueNanos = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(wait);
        }
        return OptionalLong.of(wait);
    }

    /** Whether answers wait for the end of a transaction: more of them may join it. */
    boolean gathers() {
        return asked;
    }

    /** How long until that end, where {@linkplain #gathers() answers wait}; nothing when it is late. */
    Duration untilEnd() {
        return Duration.ofNanos(Math.max(0, dueNanos - nanos.getAsLong()));
    }

    /**
     * How long a poll is to wait for records, where Kafka Streams would wait so long. It ends the transaction after the
     * poll, and not during it; without anything open there is nothing to do but to wait.
     */
    Duration longestPoll(Duration usual) {
        if (gathers()) {
            return Collections.min(List.of(usual, untilEnd().plusMillis(1)));
        }
        return rests() && !usual.isZero() ? RESTING : usual;
    }

    /**
     * The transaction ends now, as was asked for. All tasks of the thread write first: Kafka Streams lets one task
     * after another write and waits for the broker in between.
     */
    void end(long now) {
        asked = false;
        count(now);
        joinsOpen.keySet().forEach(Runnable::run);
    }

    /** Whoever was to end the transaction does not. */
    void forget() {
        asked = false;
    }

    /** The thread goes on after it has ended a transaction, or without having done so. */
    void goesOn() {
        endsSince.ifPresent(since -> {
            long ended = nanos.getAsLong();
            long took = ended - since;
            restsUntilNanos = ended + Math.min(took, LONGEST_REST.toNanos());
            tookNanos += (took - tookNanos) / SMOOTHING;
            long wanted = TimeUnit.NANOSECONDS.toMillis(TIMES * tookNanos);
            period = Math.min(LONGEST.toMillis(), Math.max(SHORTEST.toMillis(), wanted));
        });
        endsSince = OptionalLong.empty();
    }

    /**
     * For how many milliseconds the thread does other work first: as long as the end of the last transaction took. Where
     * that is longer than the period, each answer would come late, and be committed at once and alone.
     */
    private long rest() {
        return TimeUnit.NANOSECONDS.toMillis(Math.max(0, restsUntilNanos - nanos.getAsLong()));
    }

    private void count(long now) {
        onTime = Math.max(now, onTime) + period;
        endsSince = OptionalLong.of(nanos.getAsLong());
    }
}
