package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.topology.BranchEnds.Position;
import org.emotionstream.events.logging.RateLimitedLog;
import org.jboss.logging.Logger;

/**
 * Which open joins of one task need not wait any longer. A join's deadline passes by wall clock. From then on it waits
 * as long as a network that it misses may still answer: while the network has unread input from before that moment and
 * advances, and while the network's own topic has not been read to its end. For one thread.
 *
 * <p>The broker is asked where the topics end, one question at a time and at most one a second; an answer counts for all
 * joins that had expired when it was asked. All times are in milliseconds of one clock.
 */
final class Deadlines {
    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final long ASK_AGAIN_MILLIS = Duration.ofSeconds(1).toMillis();

    private final long deadlineMillis;
    private final Supplier<CompletableFuture<Map<String, Position>>> question;
    // In the order in which they started, in which they also pass: all deadlines are equal.
    private final Map<Bytes, Long> running = new LinkedHashMap<>();
    private final List<ExpiredJoins> expiredJoins = new ArrayList<>();
    private final Map<Bytes, ExpiredJoins> held = new HashMap<>();
    // By network: the offset after the last record read.
    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, Advance> advances = new HashMap<>();
    // Equal sets are kept once: thousands of joins miss the same network.
    private final Map<Set<String>, Set<String>> sets = new HashMap<>();
    private final RateLimitedLog unanswered = new RateLimitedLog();
    private CompletableFuture<Map<String, Position>> answer;
    private long askedAt;

    /**
     * How far a network has come in its input.
     *
     * @param since when it was first seen there
     */
    private record Advance(long committed, long since) {}

    /** @param question asks the broker, without waiting */
    Deadlines(Duration deadline, Supplier<CompletableFuture<Map<String, Position>>> question) {
        this.deadlineMillis = deadline.toMillis();
        this.question = question;
    }

    /** The deadline of this join starts to run. */
    void start(Bytes key, long now) {
        running.put(key, now);
    }

    /** This join misses these networks now. */
    void misses(Bytes key, Set<String> models) {
        ExpiredJoins joins = held.get(key);
        if (joins != null) {
            joins.missing().put(key, shared(models));
        }
    }

    /** This join is answered. */
    void stop(Bytes key) {
        running.remove(key);
        ExpiredJoins joins = held.remove(key);
        if (joins != null) {
            joins.missing().remove(key);
        }
    }

    /** The record before this offset of this network's topic has been read. */
    void read(String model, long offset) {
        read.merge(model, offset, Math::max);
    }

    /** How many joins are past their deadline and wait for what a network may still answer. */
    int held() {
        return held.size();
    }

    /**
     * The joins to be answered without the missing networks; they are held no longer.
     *
     * @param missing the networks that a join misses
     */
    List<Bytes> expire(long now, Function<Bytes, Set<String>> missing) {
        boolean waited = !expiredJoins.isEmpty();
        holdExpired(now, missing);
        takeAnswer(now);
        askAgain(now, !waited && !expiredJoins.isEmpty());
        takeAnswer(now);
        List<Bytes> expired = new ArrayList<>();
        for (ExpiredJoins joins : expiredJoins) {
            Set<String> finished = joins.finished(read);
            if (!finished.isEmpty()) {
                joins.missing().forEach((key, models) -> {
                    if (finished.containsAll(models)) {
                        expired.add(key);
                    }
                });
            }
        }
        expired.forEach(this::stop);
        expiredJoins.removeIf(joins -> joins.missing().isEmpty());
        return expired;
    }

    /** Moves the joins whose deadline has passed from the running to the held ones. */
    private void holdExpired(long now, Function<Bytes, Set<String>> missing) {
        ExpiredJoins joins = new ExpiredJoins(now);
        Iterator<Map.Entry<Bytes, Long>> oldest = running.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Bytes, Long> join = oldest.next();
            if (now - join.getValue() < deadlineMillis) {
                break;
            }
            joins.missing().put(join.getKey(), shared(missing.apply(join.getKey())));
            held.put(join.getKey(), joins);
            oldest.remove();
        }
        if (!joins.missing().isEmpty()) {
            expiredJoins.add(joins);
        }
    }

    private Set<String> shared(Set<String> models) {
        return sets.computeIfAbsent(models, Set::copyOf);
    }

    private void takeAnswer(long now) {
        if (answer == null || !answer.isDone()) {
            return;
        }
        CompletableFuture<Map<String, Position>> done = answer;
        answer = null;
        if (done.isCompletedExceptionally()) {
            // What is not known does not make a partial answer: the joins wait, and the broker is asked again.
            unanswered.log(others -> LOG.warnf(
                    "%d images are past their deadline; whether their answers lie unread is not known: %s",
                    held.size(), done.handle((positions, failure) -> failure).join()));
            return;
        }
        Map<String, Position> positions = done.join();
        positions.forEach((model, position) -> {
            read(model, position.committed());
            advances.merge(
                    model,
                    new Advance(position.input().committed(), askedAt),
                    (before, current) -> current.committed() > before.committed() ? current : before);
        });
        expiredJoins.forEach(joins -> joins.take(askedAt, positions, model -> standsStill(model, now)));
    }

    private boolean standsStill(String model, long now) {
        return now - advances.get(model).since() >= halfADeadline();
    }

    /** How long a network may stand still; from this age of the oldest join on, one looks whether it does. */
    private long halfADeadline() {
        return deadlineMillis / 2;
    }

    private void askAgain(long now, boolean isFirst) {
        boolean needed = !expiredJoins.isEmpty() || now - oldestStart(now) >= halfADeadline();
        if (answer == null && needed && (isFirst || now - askedAt >= ASK_AGAIN_MILLIS)) {
            answer = question.get();
            askedAt = now;
        }
    }

    private long oldestStart(long now) {
        return running.isEmpty() ? now : running.values().iterator().next();
    }
}
