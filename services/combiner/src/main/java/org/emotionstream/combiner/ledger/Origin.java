package org.emotionstream.combiner.ledger;

import org.emotionstream.schemas.ImageTaken;

/**
 * What is remembered of the raw record that an image came from: enough to know one that is told of again from
 * one that was sent again.
 *
 * @param taken whether the landmarker has told of it; until then the networks' word is all there is
 * @param attempt 1, and one more for each replay from the rejected ones
 * @param place stands for partition and offset of the raw record, in 32 bits
 */
public record Origin(boolean taken, int attempt, int place) {
    /** Known by a network's word only. */
    public static final Origin UNTOLD = new Origin(false, 1, 0);

    // Spreads neighbours: two records out of four billion pairs look like one.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** What the landmarker's word means, after what is known. */
    public enum Told {
        /** The first that is heard of this image from the landmarker. */
        FIRST,
        /** The same raw record, taken again after a restart. */
        REDELIVERED,
        /** The same picture at another place of {@code images.raw}: somebody sent it again. */
        DUPLICATE,
        /** A later attempt: somebody replayed it. */
        REPLAYED,
        /** An attempt before the one that counts: the last one wins. */
        EARLIER,
        /** A message that was read before, of an image whose outcome is not remembered any more: it changes nothing. */
        FORGOTTEN
    }

    /** The raw record that this message tells of. */
    public static Origin of(ImageTaken message) {
        return new Origin(true, message.getAttempt(), place(message));
    }

    /** What this message means. */
    public Told told(ImageTaken message) {
        if (!taken) {
            return Told.FIRST;
        }
        if (message.getAttempt() != attempt) {
            return message.getAttempt() > attempt ? Told.REPLAYED : Told.EARLIER;
        }
        return place(message) == place ? Told.REDELIVERED : Told.DUPLICATE;
    }

    private static int place(ImageTaken message) {
        return (int) (((message.getOffset() << 12) + message.getPartition()) * SPREAD >>> 32);
    }
}
