package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which open joins of one task need not wait any longer. A join's deadline strikes by wall clock; then it
 * is asked where the networks' topics end, and the join is given up only once each network that it misses
 * has been read up to there. For one thread.
 *
 * <p>All times are in milliseconds of one clock.
 */
final class Deadlines {
    private final long deadlineMillis;
    private final StruckJoins.Factory factory;
    // In the order in which they started, which is that in which they strike: all deadlines are equal.
    private final Map<Bytes, Long> running = new LinkedHashMap<>();
    private final List<StruckJoins> struck = new ArrayList<>();
    // By network: the offset after the last record read.
    private final Map<String, Long> read = new HashMap<>();

    Deadlines(Duration deadline, StruckJoins.Factory factory) {
        this.deadlineMillis = deadline.toMillis();
        this.factory = factory;
    }

    /** The time of this join starts now. */
    void start(Bytes key, long now) {
        running.put(key, now);
    }

    /** This join is answered. */
    void stop(Bytes key) {
        running.remove(key);
        struck.forEach(joins -> joins.keys().remove(key));
    }

    /** The record before this offset of this network's topic has been read. */
    void read(String model, long offset) {
        read.merge(model, offset, Math::max);
    }

    /** How many joins are past their deadline and wait for what lies unread. */
    int held() {
        return struck.stream().mapToInt(joins -> joins.keys().size()).sum();
    }

    /**
     * The joins to be given up now; their time is stopped.
     *
     * @param missing the networks that a join misses
     */
    List<Bytes> expire(long now, Function<Bytes, Set<String>> missing) {
        strike(now);
        List<Bytes> expired = new ArrayList<>();
        for (StruckJoins joins : struck) {
            joins.hear(now, this::read);
            joins.keys().removeIf(key -> {
                boolean giveUp = joins.areRead(missing.apply(key), read);
                if (giveUp) {
                    expired.add(key);
                }
                return giveUp;
            });
        }
        struck.removeIf(joins -> joins.keys().isEmpty());
        return expired;
    }

    private void strike(long now) {
        Set<Bytes> keys = new LinkedHashSet<>();
        Iterator<Map.Entry<Bytes, Long>> oldest = running.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Bytes, Long> join = oldest.next();
            if (now - join.getValue() < deadlineMillis) {
                break;
            }
            keys.add(join.getKey());
            oldest.remove();
        }
        if (!keys.isEmpty()) {
            struck.add(factory.ask(keys, now));
        }
    }
}
