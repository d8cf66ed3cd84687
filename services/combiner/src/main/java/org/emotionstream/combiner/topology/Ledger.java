package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;

/**
 * Writes what has become of each picture, in the transaction in which it becomes so; nobody else does, but for {@code
 * ./emotionstream erase}, which deletes entries that are finished.
 */
final class Ledger {
    private final ProcessorContext<Bytes, Object> context;
    private final InstantSource clock;

    /** @param clock tells the time to people; nothing rests on it */
    Ledger(ProcessorContext<Bytes, Object> context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
    }

    /** The picture was taken and has no outcome yet. */
    void open(Picture picture, Intake intake) {
        write(entry(picture, intake, LedgerState.open, 0, List.of()));
    }

    /**
     * The picture has this outcome.
     *
     * @param reason why it was rejected, as one word
     */
    void settled(Picture picture, Settled settled, Optional<String> reason) {
        LedgerEntry entry = entry(picture, settled.intake(), settled.state(), settled.revision(), settled.models());
        entry.setReason(reason.orElse(null));
        write(entry);
    }

    /** Image id, a space, and the digest as 32 hexadecimal digits. */
    static Bytes key(ImageIdentity image) {
        return Bytes.wrap(image.ledgerKey().getBytes(StandardCharsets.UTF_8));
    }

    private LedgerEntry entry(Picture picture, Intake intake, LedgerState state, int revision, List<String> models) {
        LedgerEntry entry = new LedgerEntry();
        entry.setImageId(picture.identity().imageId());
        entry.setDigest(ByteBuffer.wrap(picture.identity().digestBytes()));
        entry.setSourceId(picture.sourceId().orElse(null));
        entry.setEnteredAt(picture.enteredAt());
        entry.setState(state);
        entry.setAttempt(intake.attempt());
        entry.setRevision(revision);
        entry.setModels(models);
        entry.setReleaseId(
                state == LedgerState.rejected ? null : picture.releaseId().orElse(null));
        return entry;
    }

    private void write(LedgerEntry entry) {
        Instant now = clock.instant();
        entry.setChangedAt(now);
        context.forward(
                new Record<>(key(ImageIdentity.of(entry)), entry, Math.max(0, now.toEpochMilli())),
                CombinerTopology.LEDGER);
    }
}
