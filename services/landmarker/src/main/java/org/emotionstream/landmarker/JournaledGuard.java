package org.emotionstream.landmarker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarker.journal.Suspect;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;

/**
 * Writes each picture down before native code has it. One that was in hand when the process ended is looked at
 * alone, so that the next end names it and no other; one that has ended it too often is not looked at.
 */
final class JournaledGuard implements NativeGuard {
    private final CrashJournal journal;

    /** Many pictures at a time hold the first, a suspect holds the second. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    JournaledGuard(CrashJournal journal, MeterRegistry registry) {
        this.journal = journal;
        Gauge.builder("emotionstream.crash.suspects", journal, CrashJournal::suspects)
                .description("Pictures that were in native code when the process ended")
                .register(registry);
        Counter.builder("emotionstream.crash.in.hand")
                .description("Pictures that were in native code when the last process ended")
                .register(registry)
                .increment(journal.countedAtStart());
    }

    @Override
    public PictureOutcome apply(
            ConsumerRecord<byte[], byte[]> record, ByteBuffer encoded, Function<ByteBuffer, PictureOutcome> step) {
        String digest = HexFormat.of().formatHex(Digest.of(encoded));
        Optional<Suspect> suspect = journal.suspect(digest);
        if (suspect.isPresent() && suspect.get().convicted()) {
            return rejected(suspect.get());
        }
        Lock held = suspect.isPresent() ? lock.writeLock() : lock.readLock();
        held.lock();
        try {
            return journaled(digest, place(record), () -> step.apply(encoded));
        } finally {
            held.unlock();
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
            // is
            // never said to be the picture's fault.
            journal.blame(slot);
            throw e;
        } finally {
            journal.end(slot);
        }
    }

    @Override
    public void stuck(ConsumerRecord<byte[], byte[]> record) {
        journal.blameAlone(place(record));
    }

    private static Rejected rejected(Suspect suspect) {
        return new Rejected(
                RejectionReason.CRASHED_DECODER,
                "it is not decoded: while it was in native code (last as " + suspect.place() + "), the process ended "
                        + suspect.ends() + " times, " + suspect.crashes()
                        + " of them by a crash, an exception, or because it never came back");
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }
}
