package org.emotionstream.endtoend.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.events.configuration.ServiceNames;

/** What a chain may do while it is overloaded, from what it did before, and what it was seen to do. For one thread. */
public final class OverloadBounds {
    /**
     * What the container of each program may take, in MB: {@code mem_limit} in {@code docker/compose.yaml}. A queue that grows
     * with the backlog does not end there.
     */
    static final Map<String, Long> LIMITS = Map.of(
            "broker",
            768L,
            ServiceNames.LANDMARKER,
            1024L,
            ServiceNames.FEATURIZER,
            256L,
            ServiceNames.CNN_WORKER,
            256L,
            ServiceNames.COMBINER,
            512L);

    /** A single picture takes no longer than this share of what it took before, and a constant for a busy machine. */
    private static final double MOST_RATIO = 1.5;

    private static final double MOST_MORE_MILLIS = 30;

    /** Below this share of what was to be sent or to be left over, it was no overload. */
    private static final double LEAST_SHARE = 0.5;

    private final double perSecond;
    private final double singleMillis;
    private final Map<String, Long> steady;
    private final Peaks memory = new Peaks();
    private final Peaks lag = new Peaks();

    /**
     * @param perSecond records that the chain answers with a backlog
     * @param singleMillis of a single picture on the idle chain
     * @param steady resident megabytes of each process under that load, for people
     */
    public OverloadBounds(double perSecond, double singleMillis, Map<String, Long> steady) {
        this.perSecond = perSecond;
        this.singleMillis = singleMillis;
        this.steady = new LinkedHashMap<>(steady);
    }

    /** Resident megabytes of each process, as they are seen under overload. */
    public Peaks memory() {
        return memory;
    }

    /** Unread records of each service, as they are seen under overload. */
    public Peaks lag() {
        return lag;
    }

    /** Whether single pictures that take so long are as quick as before. */
    public boolean isQuick(double millis) {
        return millis <= MOST_RATIO * singleMillis + MOST_MORE_MILLIS;
    }

    /**
     * Why it was no overload; empty when it was one.
     *
     * @param sent that the brokers have taken
     * @param open that are not answered after it
     * @param duration of it
     */
    public Optional<String> complaintOfSent(int sent, int open, Duration duration) {
        double answered = perSecond * duration.toSeconds();
        return sent >= (1 + LEAST_SHARE) * answered && open >= LEAST_SHARE * answered
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "it was no overload: %d records were sent and %d left over, where the chain answers %.0f",
                        sent,
                        open,
                        answered));
    }

    /**
     * What was beyond its bound.
     *
     * @param millisAfter of a single picture, once everything was answered
     */
    public List<String> complaints(double millisAfter) {
        List<String> complaints = new ArrayList<>();
        memory.most().forEach((process, megabytes) -> {
            if (megabytes > limit(process)) {
                complaints.add(process + " held " + megabytes + " MB; its container may take " + limit(process));
            }
        });
        if (!isQuick(millisAfter)) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "a single picture took %.0f ms a minute after the backlog was gone, and %.0f ms before",
                    millisAfter,
                    singleMillis));
        }
        return complaints;
    }

    private static long limit(String process) {
        return LIMITS.entrySet().stream()
                .filter(entry -> process.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bound for the memory of " + process));
    }

    /** For people: the rate, times before and after, memory before and at most, and the largest lags. */
    public String text(double millisAfter) {
        return String.format(
                Locale.ROOT,
                "overload: %.1f records/s answered; a single picture took %.0f ms before and %.0f ms after;"
                        + " MB before %s and at most %s; most unread %s",
                perSecond,
                singleMillis,
                millisAfter,
                steady,
                memory.most(),
                lag.most());
    }
}
