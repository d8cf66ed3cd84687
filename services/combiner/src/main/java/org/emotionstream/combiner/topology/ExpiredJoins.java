package org.emotionstream.combiner.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.topology.BranchEnds.Position;

/**
 * Joins whose deadline passed at the same tick, and what has to be read before they are answered without the missing
 * networks. For one thread.
 */
final class ExpiredJoins {
    private final long expiredAt;
    private final Map<Bytes, Set<String>> missing = new LinkedHashMap<>();
    // By network: where its input ended at the first answer after the deadline. Its record of each join lies before.
    private final Map<String, Long> inputEnds = new HashMap<>();
    // By network: where its topic ended once it had finished that input, or stood still.
    private final Map<String, Long> ends = new HashMap<>();

    /** No joins yet. */
    ExpiredJoins(long expiredAt) {
        this.expiredAt = expiredAt;
    }

    /** The joins that still wait, each with the networks that it misses; the caller changes it. */
    Map<Bytes, Set<String>> missing() {
        return missing;
    }

    /**
     * Takes in what the broker answered, unless it was asked before the deadline passed.
     *
     * @param standsStill whether a network has not advanced in its input for so long that nobody waits for it
     */
    void take(long askedAt, Map<String, Position> positions, Predicate<String> standsStill) {
        if (askedAt < expiredAt) {
            return;
        }
        positions.forEach((model, position) -> {
            long inputEnd =
                    inputEnds.computeIfAbsent(model, first -> position.input().end());
            if (position.input().committed() >= inputEnd || standsStill.test(model)) {
                ends.putIfAbsent(model, position.end());
            }
        });
    }

    /**
     * The networks of which nothing that these joins wait for lies unread.
     *
     * @param read by network, the offset after the last record read
     */
    Set<String> finished(Map<String, Long> read) {
        Set<String> finished = new HashSet<>();
        ends.forEach((model, end) -> {
            if (read.getOrDefault(model, 0L) >= end) {
                finished.add(model);
            }
        });
        return finished;
    }
}
