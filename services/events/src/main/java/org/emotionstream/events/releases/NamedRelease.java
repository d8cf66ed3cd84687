package org.emotionstream.events.releases;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleasedSteps;

/**
 * The release that is to serve, and whether this process holds it. One that is being copied in at the moment
 * is not whole yet, so what cannot be used is tried again, ever more seldom.
 */
final class NamedRelease {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Supplier<String> source;
    private final ReleasedSteps<?> steps;
    private final LongSupplier nanos;
    private final Duration firstPause;
    private Optional<String> name = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Duration pause;
    private long nextTry;

    /**
     * @param source the id, read anew each time; throws {@link ReleaseException} when it cannot be read
     * @param steps where it is opened
     * @param firstPause between two tries, doubled with each
     */
    NamedRelease(Supplier<String> source, ReleasedSteps<?> steps, Duration firstPause, LongSupplier nanos) {
        this.source = source;
        this.steps = steps;
        this.nanos = nanos;
        this.firstPause = firstPause;
        this.pause = firstPause;
    }

    /** Reads which release is named, and opens it where that is new or due. */
    void refresh() {
        Optional<String> before = name;
        try {
            name = Optional.of(source.get());
        } catch (ReleaseException e) {
            name = Optional.empty();
            problem = Optional.of(String.valueOf(e.getMessage()));
            return;
        }
        if (!name.equals(before)) {
            pause = firstPause;
            problem = Optional.empty();
            nextTry = nanos.getAsLong();
        }
        if (nanos.getAsLong() - nextTry >= 0) {
            open(name.get());
        }
    }

    /** Keeps the named release and this one open, whatever events name meanwhile. */
    void keepWith(Optional<ReleaseContent> pinned) {
        steps.keep(Stream.concat(name.stream(), pinned.map(ReleaseContent::id).stream())
                .collect(Collectors.toSet()));
    }

    /** What this process holds and lacks. */
    StageReport report(String stage, String instance) {
        List<ReleaseContent> holds = steps.contents().stream()
                .sorted(Comparator.comparing(ReleaseContent::id))
                .toList();
        return new StageReport(stage, instance, name, holds, problem);
    }

    private void open(String id) {
        try {
            steps.hold(id);
            problem = Optional.empty();
            nextTry = nanos.getAsLong();
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, also what no release should bring about: the one that serves goes on serving.
            problem = Optional.of(String.valueOf(e.getMessage()));
            nextTry = nanos.getAsLong() + pause.toNanos();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
