package org.emotionstream.combiner.ledger;

/**
 * The books of one task: how many different images have an intake record, and how many of all images are
 * settled in which way, since the task exists. They are kept in a store, change in the transaction in which an
 * image changes, and so are right after a restart and when the task moves to another process.
 *
 * <p>They know nothing of the open images: those are counted where they lie. So {@link #balance} is not 0 by
 * definition but only while no image has been lost from that store, settled twice, or answered without an
 * intake record.
 *
 * @param taken images with an intake record
 * @param answered of these and others, those with an answer
 * @param rejected those that were rejected
 * @param expired those that were given up, older than the horizon
 */
public record Books(long taken, long answered, long rejected, long expired) {
    /** The books of a task that begins. */
    public static final Books EMPTY = new Books(0, 0, 0, 0);

    /** One more image has an intake record. */
    public Books andTaken() {
        return new Books(taken + 1, answered, rejected, expired);
    }

    /** One more image is settled in this way. */
    public Books andSettled(Settled.Kind kind) {
        return moved(kind, 1);
    }

    /** One that was settled in this way is no longer: it was replayed, or sent again. */
    public Books andNoLonger(Settled.Kind kind) {
        return moved(kind, -1);
    }

    /**
     * What is missing: taken less all that became of it. Above 0: images were lost. Below 0: networks have
     * answered images whose intake record has not been read, for a moment, or for good if it was lost.
     *
     * @param open images that have no outcome yet, as counted in their store
     */
    public long balance(long open) {
        return taken - answered - rejected - expired - open;
    }

    private Books moved(Settled.Kind kind, int by) {
        return switch (kind) {
            case ANSWERED -> new Books(taken, answered + by, rejected, expired);
            case REJECTED -> new Books(taken, answered, rejected + by, expired);
            case EXPIRED -> new Books(taken, answered, rejected, expired + by);
        };
    }
}
