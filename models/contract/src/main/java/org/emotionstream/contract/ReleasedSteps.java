package org.emotionstream.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One step of the pipeline for each release that is on its way: the release is pinned where a picture
 * enters, so while a new one rolls out, events name two. Holds the two used last and closes what it
 * lets go. Safe for use by many threads.
 *
 * @param <T> the step, for example a network
 */
public final class ReleasedSteps<T> implements AutoCloseable {
    private static final int HELD = 2;

    private final Releases releases;
    private final Function<StoredRelease, T> open;
    private final Map<String, T> steps = new LinkedHashMap<>(4, 0.75f, true);

    /**
     * @param releases where releases are found by the id that an event names
     * @param open makes the step of a release; throws {@link ReleaseException} when it does not compute it
     */
    public ReleasedSteps(Releases releases, Function<StoredRelease, T> open) {
        this.releases = releases;
        this.open = open;
    }

    /**
     * The step of this release, opened when it is asked for the first time.
     *
     * @throws ReleaseException when there is no such release, or it cannot be used
     */
    public synchronized T of(String releaseId) {
        T step = steps.get(releaseId);
        if (step == null) {
            step = open.apply(releases.read(releaseId));
            steps.put(releaseId, step);
        }
        return step;
    }

    /**
     * Lets go of all but the two releases used last. Only for a moment when no step is at work: between
     * two batches.
     */
    public synchronized void trim() {
        var oldest = steps.entrySet().iterator();
        while (steps.size() > HELD && oldest.hasNext()) {
            T step = oldest.next().getValue();
            oldest.remove();
            close(step);
        }
    }

    /** Closes every step that is held. */
    @Override
    public synchronized void close() {
        steps.values().forEach(ReleasedSteps::close);
        steps.clear();
    }

    private static void close(Object step) {
        if (step instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close " + step, e);
            }
        }
    }
}
