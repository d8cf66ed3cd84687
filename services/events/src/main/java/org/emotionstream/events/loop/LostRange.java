package org.emotionstream.events.loop;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/** Says which records a group was to read and cannot: never skipped in silence. */
final class LostRange {
    private LostRange() {}

    static LoopException report(String group, InvalidOffsetException e) {
        if (e instanceof OffsetOutOfRangeException range) {
            String places = range.offsetOutOfRangePartitions().entrySet().stream()
                    .map(lost -> Place.of(lost.getKey(), lost.getValue()))
                    .collect(Collectors.joining(", "));
            return new LoopException(
                    "group " + group + " was to go on at " + places + ", which the broker does not hold (any more):"
                            + " records may be lost. To go on at the oldest record that is left, run"
                            + " ./emotionstream topics --skip-lost",
                    e);
        }
        return new LoopException(
                "group " + group + " has no committed offset for " + byName(e)
                        + ": nobody has committed where it begins, or its offsets have expired: run"
                        + " ./emotionstream topics",
                e);
    }

    private static List<String> byName(InvalidOffsetException e) {
        return e.partitions().stream().map(Place::of).sorted().toList();
    }
}
