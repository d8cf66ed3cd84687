package org.emotionstream.landmarker.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
        this.countedAtStart = blamed(file.run()) + count(file.run(), crashed);
    }

    /** What the last process itself has named before it ended. */
    private int blamed(long run) {
        int blamed = 0;
        for (int slot = 0; slot < suspects.count(); slot++) {
            Optional<Slots.Entry> entry = suspects.read(slot).filter(found -> found.run() == run);
            if (entry.isPresent()) {
                blamed++;
                Suspect named = entry.get().suspect();
                LOG.warnf(
                        "the last process has named %s (digest %s) as what ended it: %d of %d times",
                        named.place(), named.digest(), named.crashes(), Suspect.MOST_CRASHES);
            }
        }
        return blamed;
    }

    /**
     * Opens the journal of this instance, and counts what was in hand when its last process ended.
     *
     * @param folder made when it is missing
     * @param instance names it; the same after a restart
     * @throws java.io.UncheckedIOException when it cannot be kept there
     */
    public static CrashJournal open(Path folder, String instance) {
        return open(folder, instance, CrashReport::exists);
    }

    /** Whether a crash of native code was reported in one of these places, since then. */
    interface Reports {
        boolean exist(String places, long since);
    }

    static CrashJournal open(Path folder, String instance, Reports reports) {
        JournalFile file = JournalFile.open(folder, instance.replaceAll("[^A-Za-z0-9._-]", "_"));
        // An earlier version has not written down where it reports: probably as this one would.
        String places = file.reports().isEmpty() ? CrashReport.places(file.pid()) : file.reports();
        boolean crashed = reports.exist(places, file.run());
        if (crashed) {
            LOG.warnf("the last process ended by a crash of native code: %s", places.replace("\n", " or "));
        }
        CrashJournal journal = new CrashJournal(file, crashed);
        // Only now: a process that ends while it counts leaves the count to the next, and nothing counts twice.
        long pid = ProcessHandle.current().pid();
        file.begin(pid, Math.max(System.currentTimeMillis(), file.run() + 1), CrashReport.places(pid));
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
        write(now, run);
        LOG.warnf(
                "the last process ended %s while %s (digest %s) was in native code: %d of %d crashes, %d of %d ends",
                crashed ? "by a crash of native code" : "without a crash report",
                now.place(),
                now.digest(),
                now.crashes(),
                Suspect.MOST_CRASHES,
                now.ends(),
                Suspect.MOST_ENDS);
        return 1;
    }

    private void write(Suspect suspect, long run) {
        int slot = slotOf.containsKey(suspect.digest()) ? slotOf.get(suspect.digest()) : oldest();
        suspects.write(slot, suspect, run);
        slotOf.put(suspect.digest(), slot);
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

    /** What is held against this picture or record. */
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

    /**
     * Native code threw an exception on this picture, on which the process ends: as if it had crashed.
     *
     * @param slot as {@link #begin} has given it; still to be handed back to {@link #end}
     */
    public synchronized void blame(int slot) {
        inHand.read(slot).ifPresent(entry -> blame(entry.suspect()));
        inHand.erase(slot);
    }

    /** The same for what is not in native code. */
    public synchronized void blame(String digest, String place) {
        blame(new Suspect(digest, place, 0, 0));
    }

    private void blame(Suspect found) {
        Optional<Slots.Entry> known =
                Optional.ofNullable(slotOf.get(found.digest())).flatMap(suspects::read);
        if (known.isEmpty() || known.get().run() != file.run()) {
            write(known.map(Slots.Entry::suspect).orElse(found).again(found.place(), true), file.run());
        }
    }

    /**
     * Native code does not come back from the picture at this place, and the process ends for it: as if it had crashed.
     * Nothing is held against the other pictures in hand. A picture that is not in hand waits for one that is: then what
     * is in hand is named.
     */
    public synchronized void blameAlone(String place) {
        boolean waits = IntStream.range(0, inHand.count()).noneMatch(slot -> isAt(place, slot));
        for (int slot = 0; slot < inHand.count(); slot++) {
            if (waits || isAt(place, slot)) {
                blame(slot);
            } else {
                inHand.erase(slot);
            }
        }
    }

    /** The same for what is not in native code. */
    public synchronized void blameAlone(String digest, String place) {
        blame(digest, place);
        for (int slot = 0; slot < inHand.count(); slot++) {
            inHand.erase(slot);
        }
    }

    private boolean isAt(String place, int slot) {
        return inHand.read(slot)
                .filter(entry -> entry.suspect().place().equals(place))
                .isPresent();
    }

    /** Nothing is held against this picture or record any more. */
    public synchronized void forget(String digest) {
        Integer slot = slotOf.remove(digest);
        if (slot != null) {
            suspects.erase(slot);
        }
    }

    /** How many pictures and records the last process has ended on, as far as is known. */
    public int countedAtStart() {
        return countedAtStart;
    }

    /** How many pictures and records are suspects, those that are not looked at any more included. */
    public int suspects() {
        return slotOf.size();
    }

    @Override
    public void close() {
        file.close();
    }
}
