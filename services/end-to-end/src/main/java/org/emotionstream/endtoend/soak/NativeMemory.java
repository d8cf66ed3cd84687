package org.emotionstream.endtoend.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotionstream.endtoend.soak.LinearFit.Point;

/** The native memory of each process over time, and whether it rises. For one thread. */
final class NativeMemory {
    /**
     * How far the fitted line may rise in the second half, in MB: 8 MB an hour in a soak of an hour. A choice, not yet
     * checked against the noise of a long run.
     */
    static final double MOST_RISE = 4;

    private static final double MEGABYTE = 1 << 20;
    private static final double MINUTES_AN_HOUR = 60;

    private final Map<String, List<Point>> points = new LinkedHashMap<>();

    /** A process has so many bytes of native memory, so many minutes after the beginning. */
    void add(String process, double minutes, long bytes) {
        points.computeIfAbsent(process, name -> new ArrayList<>()).add(new Point(minutes, bytes / MEGABYTE));
    }

    /** A line for each process: its native memory at the end, and the slope of the second half. */
    List<String> lines() {
        return points.keySet().stream()
                .map(process -> String.format(
                        Locale.ROOT,
                        "%-20s native memory %.1f MB at the end; over the second half %+.2f MB an hour",
                        process,
                        last(process).y(),
                        slope(process) * MINUTES_AN_HOUR))
                .toList();
    }

    /** What is wrong: the processes whose native memory rises by more than {@link #MOST_RISE}. */
    List<String> complaints() {
        return points.keySet().stream()
                .filter(process -> rise(process) > MOST_RISE)
                .map(process -> String.format(
                        Locale.ROOT,
                        "the native memory of %s rises: %.1f MB over the second half, where at most %.1f MB are expected",
                        process,
                        rise(process),
                        MOST_RISE))
                .toList();
    }

    private double rise(String process) {
        List<Point> half = secondHalf(process);
        return slope(process) * (last(process).x() - half.get(0).x());
    }

    private double slope(String process) {
        return LinearFit.of(secondHalf(process)).slope();
    }

    private List<Point> secondHalf(String process) {
        List<Point> all = points.get(process);
        return all.subList(all.size() / 2, all.size());
    }

    private Point last(String process) {
        List<Point> all = points.get(process);
        return all.get(all.size() - 1);
    }
}
