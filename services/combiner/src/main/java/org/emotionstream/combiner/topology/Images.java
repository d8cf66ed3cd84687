package org.emotionstream.combiner.topology;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.ledger.Books;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.combiner.ledger.Picture;
import org.emotionstream.combiner.ledger.ReadUpTo;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.LedgerState;
import org.jboss.logging.Logger;

/**
 * What has become of each image of one task, and the only place where that changes: stores, books and ledger go
 * together. All times are of the stream, in milliseconds since 1970.
 */
final class Images {
    private static final Logger LOG = Logger.getLogger(Images.class);
    // Logged once, because a camera whose counter restarted would log it for every picture; then counted.
    private static final AtomicBoolean CONFLICT_LOGGED = new AtomicBoolean();

    private final OpenImages open;
    private final SettledImages settled;
    private final BooksStore books;
    private final Ledger ledger;
    private final CombinerMetrics metrics;

    Images(OpenImages open, SettledImages settled, BooksStore books, Ledger ledger, CombinerMetrics metrics) {
        this.open = open;
        this.settled = settled;
        this.books = books;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    Optional<OpenImage> findOpen(Bytes key) {
        return open.find(key);
    }

    /** What has become of this image; an image that is open again is not asked for here. */
    Optional<Settled> recall(ImageIdentity image, Bytes key, long now) {
        Optional<Settled> known = settled.recall(key, now);
        if (known.isEmpty() && (settled.holdsPictureOf(image, now) || open.holdsAnotherPicture(image, key))) {
            countConflict(image);
        }
        return known;
    }

    /** Two pictures have one image id: each is answered, but a look-up by id finds two answers. */
    private void countConflict(ImageIdentity image) {
        metrics.idConflicts.increment();
        if (CONFLICT_LOGGED.compareAndSet(false, true)) {
            LOG.warnf(
                    "image id \"%s\" belongs to more than one picture, the newest with digest %s. Each is answered."
                            + " Image ids should be unique; further conflicts are only counted"
                            + " (metric combiner.id.conflicts).",
                    Printable.of(image.imageId()), image.digest());
        }
    }

    /** How far the intake records were read; empty where that is not known. */
    Optional<ReadUpTo> readUpTo() {
        return books.readUpTo();
    }

    /** The intake records were read up to here. */
    void readUpTo(ReadUpTo position) {
        books.readUpTo(position);
    }

    /** Counts the first intake record of an image. */
    void countIntake() {
        books.change(Books::andTaken);
    }

    /**
     * An image is open now.
     *
     * @param before what had become of it before it was replayed or sent again
     */
    void open(Bytes key, OpenImage image, Optional<Settled> before) {
        before.ifPresent(earlier -> books.change(known -> known.andNoLonger(earlier.kind())));
        reopen(key, image);
        metrics.ledgerChange(LedgerState.open);
    }

    /** More is known of an image that is open already. */
    void reopen(Bytes key, OpenImage image) {
        open.put(key, image);
        ledger.open(image.picture(), image.intake());
    }

    /**
     * An image has its outcome now.
     *
     * @param before what had become of it before it was replayed or sent again; empty when it was open
     * @param reason why it was rejected, as one word
     */
    void settle(
            Bytes key, Picture picture, Settled outcome, Optional<Settled> before, Optional<String> reason, long now) {
        open.remove(key);
        before.ifPresent(earlier -> books.change(known -> known.andNoLonger(earlier.kind())));
        books.change(known -> known.andSettled(outcome.kind()));
        amend(key, picture, outcome, reason, now);
    }

    /** The outcome of an image stays what it is, with another attempt, reason, or revision of the answer. */
    void amend(Bytes key, Picture picture, Settled outcome, Optional<String> reason, long now) {
        settled.remember(key, outcome, now);
        ledger.settled(picture, outcome, reason);
        metrics.ledgerChange(outcome.state());
    }

    /** A settled image arrived again: its outcome stays, and is remembered for another horizon. */
    void again(Bytes key, Picture picture, Settled before, Intake intake, long now) {
        Settled after = before.withIntake(intake);
        settled.remember(key, after, now);
        if (intake.attempt() != before.intake().attempt() && before.kind() == Settled.Kind.ANSWERED) {
            ledger.settled(picture, after, Optional.empty());
        }
    }
}
