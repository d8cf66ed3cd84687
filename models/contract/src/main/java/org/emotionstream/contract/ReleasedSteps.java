package org.emotionstream.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One step of the pipeline for each release that is on its way: the release is pinned where a picture
 * enters, so while a new one rolls out, events name two. Holds the two used last, or those that it is told to
 * keep, and closes what it lets go. Safe for use by many threads; while one release is opened, the others are
 * at hand.
 *
 * @param <T> the step, for example a network
 */
public final class ReleasedSteps<T> implements AutoCloseable {
    private static final int HELD = 2;

    private final Releases releases;
    private final Function<StoredRelease, T> open;
    private final Object opening = new Object();
    private final Map<String, Held<T>> steps = new LinkedHashMap<>(4, 0.75f, true);
    private Set<String> kept = Set.of();

    private static final class Held<T> {
        private final T step;
        private final ReleaseContent content;
        private int users;

        Held(T step, ReleaseContent content) {
            this.step = step;
            this.content = content;
        }
    }

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
    public T of(String releaseId) {
        return held(releaseId).step;
    }

    /**
     * What this makes of the step of this release, which {@link #trim} does not let go meanwhile.
     *
     * @throws ReleaseException when there is no such release, or it cannot be used
     */
    public <R> R use(String releaseId, Function<? super T, ? extends R> work) {
        Held<T> held = held(releaseId);
        while (!begin(releaseId, held)) {
            held = held(releaseId);
        }
        try {
            return work.apply(held.step);
        } finally {
            end(held);
        }
    }

    private synchronized boolean begin(String releaseId, Held<T> held) {
        boolean there = steps.get(releaseId) == held;
        held.users += there ? 1 : 0;
        return there;
    }

    private synchronized void end(Held<T> held) {
        held.users--;
    }

    /**
     * Opens this release beside the others, where it is not open yet, and tells which content was opened.
     *
     * @throws ReleaseException when there is no such release, or it cannot be used; the others stay as they are
     */
    public ReleaseContent hold(String releaseId) {
        return held(releaseId).content;
    }

    /** The releases that are open now. */
    public synchronized List<ReleaseContent> contents() {
        return steps.values().stream().map(held -> held.content).toList();
    }

    /** From now on, {@link #trim} never lets go of these. */
    public synchronized void keep(Set<String> releaseIds) {
        kept = Set.copyOf(releaseIds);
    }

    /**
     * Lets go of all but two releases: those that are kept, else those used last. One that is {@linkplain #use in use}
     * stays until the next time. No step that was got otherwise may be at work.
     */
    public synchronized void trim() {
        var oldest = steps.entrySet().iterator();
        while (steps.size() > HELD && oldest.hasNext()) {
            Map.Entry<String, Held<T>> entry = oldest.next();
            if (!kept.contains(entry.getKey()) && entry.getValue().users == 0) {
                oldest.remove();
                close(entry.getValue().step);
            }
        }
    }

    /** Closes every step that is held. */
    @Override
    public synchronized void close() {
        steps.values().forEach(held -> close(held.step));
        steps.clear();
    }

    private Held<T> held(String releaseId) {
        Held<T> held = find(releaseId);
        if (held != null) {
            return held;
        }
        // One at a time, so that none is opened twice; whoever needs what is open does not wait for it.
        synchronized (opening) {
            held = find(releaseId);
            return held == null ? add(releaseId, read(releaseId)) : held;
        }
    }

    private synchronized Held<T> find(String releaseId) {
        return steps.get(releaseId);
    }

    private synchronized Held<T> add(String releaseId, Held<T> held) {
        steps.put(releaseId, held);
        return held;
    }

    private Held<T> read(String releaseId) {
        ReleaseContent content = releases.content(releaseId);
        T step = open.apply(releases.read(releaseId));
        if (!releases.content(releaseId).equals(content)) {
            close(step);
            throw new ReleaseException("release " + releaseId + " was changed while it was read");
        }
        return new Held<>(step, content);
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
