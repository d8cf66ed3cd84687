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
     * Half of the heap of each program, in MB. A heap that is not full has pages that no collection has touched yet, and
     * these come under load; a queue that grows with the backlog does not end at half of the heap. Native memory beside the
     * heap has to fit in, too.
     */
    private static final Map<String, Long> MARGINS = Map.of(
            "broker",
            128L,
            ServiceNames.LANDMARKER,
            112L,
            ServiceNames.FEATURIZER,
            40L,
            ServiceNames.CNN_WORKER,
            32L,
            ServiceNames.COMBINER,
            64L);

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
     * @param steady resident megabytes of each process under that load
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
            long most = steady.getOrDefault(process, 0L) + margin(process);
            if (megabytes > most) {
                complaints.add(process + " held " + megabytes + " MB, where at most " + most + " MB were expected");
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

    /** How far beyond its steady figure a process may go, in MB. */
    private static long margin(String process) {
        return MARGINS.entrySet().stream()
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
