package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.logging.RateLimitedLog;
import org.jboss.logging.Logger;

/**
 * Partitions whose next batch cannot be read: it is damaged, or packed with a codec that this process does not know.
 * Each is held back and tried again, since another replica or another build may read it, and the other partitions go
 * on. When patience is over, what cannot be read is passed over; but not where the codec is none of Kafka's that this
 * version knows, for a newer one reads it. Patience begins at the first failure after a time without failures that is
 * as long.
 */
final class HeldBack {
    private static final Logger LOG = Logger.getLogger(HeldBack.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final int TRIES = 20;

    private final String stage;
    private final LoopMetrics metrics;
    private final long patience;
    private final long betweenTries;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Failures> failures = new HashMap<>();
    private final RateLimitedLog passedOver = new RateLimitedLog();
    private volatile long count;

    /**
     * @param stage its name
     * @param patience how long a partition is held back; it is tried again twenty times or more
     */
    HeldBack(String stage, LoopMetrics metrics, Duration patience, LongSupplier nanos) {
        this.stage = stage;
        this.metrics = metrics;
        this.patience = patience.toNanos();
        this.betweenTries = Math.min(BETWEEN_TRIES.toNanos(), this.patience / TRIES);
        this.nanos = nanos;
        metrics.heldBack(() -> count);
    }

    private static final class Failures {
        private long first;
        private long last;
        private String held = "";
        private long offset;
        private boolean tried;

        Failures(long now) {
            first = now;
            last = now;
        }
    }

    /**
     * The record at this offset cannot be read.
     *
     * @return whether to pass over it; if not, the partition is held back
     */
    boolean failed(TopicPartition partition, long offset, RuntimeException failure) {
        Throwable why = root(failure);
        long now = nanos.getAsLong();
        Failures known = failures.computeIfAbsent(partition, none -> new Failures(now));
        if (known.held.isEmpty() && now - known.last > patience) {
            known.first = now;
        }
        known.last = now;
        known.offset = offset;
        known.tried = false;
        // Any other failure is one of our version, and the offset may be that of a record before, which can be read.
        boolean over = failure instanceof KafkaException && now - known.first > patience;
        if (over) {
            passOver(partition, offset, why);
        } else if (known.held.isEmpty()) {
            LOG.errorf(
                    "%s holds back %s at offset %d, which cannot be read, and tries again for %d s: %s",
                    stage,
                    Place.of(partition),
                    offset,
                    TimeUnit.NANOSECONDS.toSeconds(patience - now + known.first),
                    why);
        }
        known.held = over
                ? ""
                : Place.of(partition) + " is held back at offset " + offset + ", which cannot be read: "
                        + Printable.of(String.valueOf(why));
        count();
        return over;
    }

    /** Whether this partition is held back because the record at this offset cannot be read. */
    boolean holdsAt(TopicPartition partition, long offset) {
        Failures known = failures.get(partition);
        return known != null && !known.held.isEmpty() && known.offset == offset;
    }

    /** The record that this partition is held back for is deleted: it is passed over, whatever patience is left. */
    void deleted(TopicPartition partition, Throwable why) {
        Failures known = failures.get(partition);
        known.held = "";
        count();
        passOver(partition, known.offset, why);
    }

    private void passOver(TopicPartition partition, long offset, Throwable why) {
        metrics.passedOver();
        passedOver.log(others -> LOG.errorf(
                "%s passes over %s, which cannot be read: %s. What it holds is not answered, and missing in the"
                        + " audit (and %d more since the last such line)",
                stage, Place.of(partition, offset), why, others));
    }

    /** Whether this partition is not to be fetched. */
    boolean holds(TopicPartition partition) {
        Failures known = failures.get(partition);
        return known != null && !known.held.isEmpty() && !known.tried;
    }

    /** Whether this partition could not be read lately. */
    boolean suspects(TopicPartition partition) {
        return failures.containsKey(partition);
    }

    /** The partitions that are to be tried again. */
    List<TopicPartition> due() {
        return failures.keySet().stream()
                .filter(partition ->
                        holds(partition) && nanos.getAsLong() - failures.get(partition).last >= betweenTries)
                .toList();
    }

    /** This partition is fetched again, until it fails again or records come. */
    void tries(TopicPartition partition) {
        failures.get(partition).tried = true;
    }

    /** Records of this partition came. */
    void read(TopicPartition partition) {
        Failures known = failures.get(partition);
        if (known != null && !known.held.isEmpty()) {
            known.held = "";
            count();
            LOG.infof("%s reads %s again", stage, Place.of(partition));
        }
    }

    /** These partitions are somebody else's now. */
    void forget(Collection<TopicPartition> partitions) {
        failures.keySet().removeAll(partitions);
        count();
    }

    /** Which partitions are held back and why, for people; empty when none is. */
    String words() {
        return failures.values().stream()
                .map(known -> known.held)
                .filter(held -> !held.isEmpty())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private void count() {
        count = failures.values().stream()
                .filter(known -> !known.held.isEmpty())
                .count();
    }

    /** A consumer wraps why it could not read into that it could not. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
