package org.emotionstream.landmarker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.events.wire.SchemaRegistryException;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarker.journal.Suspect;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;

/**
 * Stands between a record and the code that it may end the process in: the step, and native code within it. Writes each
 * picture down before native code has it. One that was in hand when the process ended is looked at
 * alone, so that the next end names it and no other; one that has ended it too often is not looked at. A record that
 * our own code throws an exception on, or does not come back from, is known by its whole content: its headers may be to
 * blame, and the same picture under others is not.
 */
final class JournaledGuard {
    private final CrashJournal journal;

    /** Many pictures at a time hold the first, a suspect holds the second. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Places of the records whose pictures are in native code, wait for it, or have made it throw. */
    private final Set<String> pictures = ConcurrentHashMap.newKeySet();

    JournaledGuard(CrashJournal journal, MeterRegistry registry) {
        this.journal = journal;
        Gauge.builder("emotionstream.crash.suspects", journal, CrashJournal::suspects)
                .description("Pictures and records that the process ended on")
                .register(registry);
        Counter.builder("emotionstream.crash.in.hand")
                .description("Pictures and records that the last process ended on")
                .register(registry)
                .increment(journal.countedAtStart());
    }

    /**
     * What the whole step makes of this record, or why it is not given to it. Called by several threads at once.
     *
     * @param <T> what comes of a record
     * @param rejected what comes of a record that the step is not given
     */
    <T> T record(ConsumerRecord<byte[], byte[]> record, Supplier<T> step, Function<Rejected, T> rejected) {
        // Nothing is held against any record nearly always, and no digest is worth its time then.
        Optional<Suspect> suspect = journal.suspects() == 0 ? Optional.empty() : journal.suspect(Digest.of(record));
        if (suspect.isPresent() && suspect.get().convicted()) {
            return rejected.apply(rejected(suspect.get()));
        }
        try {
            T result = step.get();
            suspect.ifPresent(fine -> journal.forget(fine.digest()));
            return result;
        } catch (SchemaRegistryException | ReleaseException e) {
            throw e; // no fault of the record, whatever it holds
        } catch (Throwable e) {
            // The process ends on it, and begins with this record again.
            if (!pictures.remove(RawRecordReader.place(record))) {
                journal.blame(Digest.of(record), RawRecordReader.place(record));
            }
            throw e;
        }
    }

    /**
     * What native code makes of this picture, or why it is not given to it. Called within {@link #record}.
     *
     * @param record that the picture came in
     */
    PictureOutcome picture(
            ConsumerRecord<byte[], byte[]> record,
            RawRecord.Picture picture,
            Function<ByteBuffer, PictureOutcome> decode) {
        String digest = picture.identity().digest();
        Optional<Suspect> suspect = journal.suspect(digest);
        if (suspect.isPresent() && suspect.get().convicted()) {
            return rejected(suspect.get());
        }
        pictures.add(RawRecordReader.place(record));
        PictureOutcome outcome = locked(
                suspect.isPresent() ? lock.writeLock() : lock.readLock(),
                () -> journaled(digest, RawRecordReader.place(record), () -> decode.apply(picture.encoded())));
        pictures.remove(RawRecordReader.place(record));
        return outcome;
    }

    private static PictureOutcome locked(Lock lock, Supplier<PictureOutcome> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private PictureOutcome journaled(String digest, String place, Supplier<PictureOutcome> step) {
        int slot = journal.begin(digest, place);
        try {
            PictureOutcome outcome = step.get();
            journal.forget(digest);
            return outcome;
        } catch (Throwable e) {
            // The process ends on it. Whatever it is, memory that is short too: that ends here at the second time, and
            // is never said to be the picture's fault.
            journal.blame(slot);
            throw e;
        } finally {
            journal.end(slot);
        }
    }

    /** The process ends because the step is stuck on this record. */
    void stuck(ConsumerRecord<byte[], byte[]> record) {
        if (pictures.contains(RawRecordReader.place(record))) {
            journal.blameAlone(RawRecordReader.place(record));
        } else {
            journal.blameAlone(Digest.of(record), RawRecordReader.place(record));
        }
    }

    private static Rejected rejected(Suspect suspect) {
        return new Rejected(
                RejectionReason.CRASHED_DECODER,
                "it is not looked at: while it was (last as " + suspect.place() + "), the process ended "
                        + suspect.ends() + " times, " + suspect.crashes()
                        + " of them by a crash, an exception, or because it never came back");
    }
}
