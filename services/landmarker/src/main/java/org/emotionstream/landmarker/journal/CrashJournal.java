package org.emotionstream.landmarker.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What is in native code, and what was when the process ended. On opening, what was in hand counts one end each;
 * a picture that leaves native code is forgotten. Safe for use by many threads.
 */
public final class CrashJournal implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CrashJournal.class);

    private final JournalFile file;
    private final Slots inHand;
    private final Slots suspects;
    private final BlockingQueue<Integer> free = new ArrayBlockingQueue<>(JournalFile.IN_HAND);
    private final Map<String, Integer> slotOf = new ConcurrentHashMap<>();
    private final int countedAtStart;

    private CrashJournal(JournalFile file, boolean crashed) {
        this.file = file;
        this.inHand = file.inHand();
        this.suspects = file.suspects();
        for (int slot = 0; slot < suspects.count(); slot++) {
            int number = slot;
            suspects.read(slot).ifPresent(entry -> slotOf.put(entry.suspect().digest(), number));
        }
        this.countedAtStart = count(file.run(), crashed);
    }

    /**
     * Opens the journal of this instance, and counts what was in hand when its last process ended.
     *
     * @param folder made when it is missing
     * @param instance names it; the same after a restart
     * @throws java.io.UncheckedIOException when it cannot be kept there
     */
    public static CrashJournal open(Path folder, String instance) {
        return open(folder, instance, CrashReport::of);
    }

    /** Whether native code crashed in this process, since then. */
    interface Reports {
        boolean of(long pid, long since);
    }

    static CrashJournal open(Path folder, String instance, Reports reports) {
        JournalFile file = JournalFile.open(folder, instance.replaceAll("[^A-Za-z0-9._-]", "_"));
        CrashJournal journal = new CrashJournal(file, reports.of(file.pid(), file.run()));
        // Only now: a process that ends while it counts leaves the count to the next, and nothing counts twice.
        file.begin(ProcessHandle.current().pid(), Math.max(System.currentTimeMillis(), file.run() + 1));
        for (int slot = 0; slot < journal.inHand.count(); slot++) {
            journal.inHand.erase(slot);
            journal.free.add(slot);
        }
        return journal;
    }

    private int count(long run, boolean crashed) {
        int counted = 0;
        for (int slot = 0; slot < inHand.count(); slot++) {
            Optional<Slots.Entry> entry = inHand.read(slot);
            if (entry.isPresent()) {
                counted += count(entry.get().suspect(), run, crashed);
            }
        }
        return counted;
    }

    private int count(Suspect found, long run, boolean crashed) {
        Optional<Slots.Entry> known =
                Optional.ofNullable(slotOf.get(found.digest())).flatMap(suspects::read);
        if (known.isPresent() && known.get().run() == run) {
            return 0; // counted, by a process that ended while it did, or in hand twice
        }
        Suspect now = known.map(Slots.Entry::suspect).orElse(found).again(found.place(), crashed);
        int slot = slotOf.containsKey(now.digest()) ? slotOf.get(now.digest()) : oldest();
        suspects.write(slot, now, run);
        slotOf.put(now.digest(), slot);
        LOG.warnf(
                "the last process ended %s while %s (digest %s) was in native code: %d of %d crashes, %d of %d ends",
                crashed ? "by a crash of native code" : "without a word",
                now.place(),
                now.digest(),
                now.crashes(),
                Suspect.MOST_CRASHES,
                now.ends(),
                Suspect.MOST_ENDS);
        return 1;
    }

    /** A free slot for a suspect, else that of the one which is longest ago. */
    private int oldest() {
        int oldest = 0;
        long run = Long.MAX_VALUE;
        for (int slot = 0; slot < suspects.count(); slot++) {
            Optional<Slots.Entry> entry = suspects.read(slot);
            if (entry.isEmpty()) {
                return slot;
            }
            if (entry.get().run() < run) {
                run = entry.get().run();
                oldest = slot;
            }
        }
        slotOf.values().remove(oldest);
        return oldest;
    }

    /** What is held against this picture. */
    public Optional<Suspect> suspect(String digest) {
        return Optional.ofNullable(slotOf.get(digest)).flatMap(suspects::read).map(Slots.Entry::suspect);
    }

    /**
     * Writes down that this picture is given to native code.
     *
     * @return to be handed back to {@link #end}
     */
    public int begin(String digest, String place) {
        try {
            int slot = free.take();
            inHand.write(slot, new Suspect(digest, place, 0, 0), file.run());
            return slot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for room in the journal", e);
        }
    }

    /** The picture has left native code, whatever came of it. */
    public void end(int slot) {
        inHand.erase(slot);
        free.add(slot);
    }

    /** Nothing is held against this picture any more. */
    public void forget(String digest) {
        Integer slot = slotOf.remove(digest);
        if (slot != null) {
            suspects.erase(slot);
        }
    }

    /** How many pictures were in native code when the last process ended. */
    public int countedAtStart() {
        return countedAtStart;
    }

    /** How many pictures are suspects, those that are not decoded any more included. */
    public int suspects() {
        return slotOf.size();
    }

    @Override
    public void close() {
        file.close();
    }
}
