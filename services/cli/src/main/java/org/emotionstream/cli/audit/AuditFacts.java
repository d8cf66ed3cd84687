package org.emotionstream.cli.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.emotionstream.cli.audit.ImageTable.Narrow;
import org.emotionstream.cli.audit.ImageTable.Wide;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.contract.Sha256;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * The facts of all topics: first all of images.taken, then the others in any order, each in its own.
 * Knows no Kafka. For one thread.
 */
final class AuditFacts {
    private final ImageTable table = new ImageTable();
    private final PlaceSet taken = new PlaceSet();
    private final PlaceSet setAside = new PlaceSet();
    private final MessageDigest sha256 = Sha256.digest();
    private final Duration horizon;
    private final Counts counts = new Counts();

    /** How many records, beside the pictures themselves. */
    static final class Counts {
        long taken;
        long takenAgain;
        long duplicates;
        long replays;
        long answeredAgain;
    }

    /**
     * @param horizon two answers of one picture that entered further apart are none too many
     */
    AuditFacts(Duration horizon) {
        this.horizon = horizon;
    }

    /**
     * The landmarker took the raw record at {@code raw}.
     *
     * @param message where images.taken says so
     */
    void taken(
            ImageIdentity image,
            int attempt,
            boolean rejected,
            RecordPlace raw,
            MessagePlace message,
            Instant entered) {
        int row = row(image, true);
        int bits = table.get(row, Narrow.BITS);
        int known = Bits.ATTEMPT.of(bits);
        if (taken.add(raw)) {
            counts.taken++;
            counts.duplicates += known > 0 && attempt <= known ? 1 : 0;
            counts.replays += known > 0 && attempt > known ? 1 : 0;
        } else {
            counts.takenAgain++;
        }
        boolean same = known > 0 && table.get(row, Wide.RAW) == raw.packed();
        if (attempt > known || same) {
            // Taken again after a restart, the last outcome is the one that stands.
            table.set(row, Wide.RAW, raw.packed());
            table.set(row, Wide.MESSAGE, message.packed());
            table.set(row, Narrow.ENTERED, seconds(entered));
            table.set(row, Narrow.BITS, Bits.REJECTED.with(Bits.ATTEMPT.with(bits, attempt), rejected ? 1 : 0));
        }
    }

    /** The ledger has this entry now. Says nothing of pictures that were not taken: nothing is judged by it alone. */
    void ledger(ImageIdentity image, Standing state, int attempt, int revision, Instant entered) {
        int row = row(image, false);
        if (row < 0) {
            return;
        }
        int bits = table.get(row, Narrow.BITS);
        bits = Bits.LEDGER.with(bits, 1 + state.ordinal());
        bits = Bits.LEDGER_ATTEMPT.with(bits, attempt);
        table.set(row, Narrow.BITS, Bits.REVISION.with(bits, revision));
        if (attempt >= Bits.ATTEMPT.of(bits) && state != Standing.ERASED) {
            table.set(row, Narrow.ENTERED, seconds(entered));
        }
    }

    /** The ledger's entry is erased. */
    void erased(ImageIdentity image) {
        ledger(image, Standing.ERASED, 0, 0, Instant.EPOCH);
    }

    /** emotions.final has an answer. */
    void answered(ImageIdentity image, Instant entered, MessagePlace message) {
        int row = row(image, true);
        int bits = named(row, message, entered);
        if (Bits.ANSWERED.isSet(bits)) {
            long apart = Math.abs(seconds(entered) - (long) table.get(row, Narrow.ANSWERED));
            if (apart > horizon.toSeconds()) {
                counts.answeredAgain++;
            } else {
                bits = Bits.ANSWERED_TWICE.with(bits, 1);
            }
        }
        table.set(row, Narrow.ANSWERED, seconds(entered));
        table.set(row, Narrow.BITS, Bits.ANSWERED.with(bits, 1));
    }

    /** emotions.amended has this revision. */
    void amended(ImageIdentity image, int revision, Instant entered, MessagePlace message) {
        int row = row(image, true);
        int bits = named(row, message, entered);
        int bit = revision < 2 ? 0 : 1 << (revision - 2);
        int there = Bits.AMENDMENTS.of(bits);
        if ((there & bit) != 0) {
            bits = Bits.AMENDED_TWICE.with(bits, 1);
        }
        table.set(row, Narrow.BITS, bit > 1 << 8 ? bits : Bits.AMENDMENTS.with(bits, there | bit));
    }

    /** images.rejected has the raw record at this place. */
    void setAside(RecordPlace raw) {
        setAside.add(raw);
    }

    boolean isSetAside(RecordPlace raw) {
        return setAside.contains(raw);
    }

    PlaceSet takenPlaces() {
        return taken;
    }

    Counts counts() {
        return counts;
    }

    int images() {
        return table.rows();
    }

    /** All about one, by its number from 0 to {@link #images()}. */
    ImageFacts image(int row) {
        int bits = table.get(row, Narrow.BITS);
        return new ImageFacts(
                Bits.ATTEMPT.of(bits),
                Bits.REJECTED.isSet(bits),
                RecordPlace.ofPacked(table.get(row, Wide.RAW)),
                MessagePlace.ofPacked(table.get(row, Wide.MESSAGE)),
                Instant.ofEpochSecond(Integer.toUnsignedLong(table.get(row, Narrow.ENTERED))),
                Bits.LEDGER.isSet(bits) ? Standing.values()[Bits.LEDGER.of(bits) - 1] : Standing.UNKNOWN,
                Bits.LEDGER_ATTEMPT.of(bits),
                Bits.REVISION.of(bits),
                Bits.ANSWERED.isSet(bits),
                Bits.ANSWERED_TWICE.isSet(bits),
                Bits.AMENDMENTS.of(bits) << 2,
                Bits.AMENDED_TWICE.isSet(bits));
    }

    /** Its bits; a picture that was never taken is named by this message from now on. */
    private int named(int row, MessagePlace message, Instant entered) {
        int bits = table.get(row, Narrow.BITS);
        if (!Bits.ATTEMPT.isSet(bits)) {
            table.set(row, Wide.MESSAGE, message.packed());
            table.set(row, Narrow.ENTERED, seconds(entered));
        }
        return bits;
    }

    private int row(ImageIdentity image, boolean add) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(image.ledgerKey().getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong();
        long low = hash.getLong();
        return add ? table.findOrAdd(high, low) : table.find(high, low);
    }

    /** Unsigned: until the year 2106. */
    private static int seconds(Instant time) {
        return (int) time.getEpochSecond();
    }
}
