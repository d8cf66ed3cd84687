package org.emotionstream.combiner.ledger;

import org.emotionstream.schemas.ImageTaken;

/**
 * What is remembered of the intake record of an image: enough to tell a raw record that was read again from a picture
 * that was sent again.
 *
 * @param taken whether the intake record has been read; until then the image is known from distributions only
 * @param attempt 1, and one more for each replay from the rejected ones
 * @param place stands for partition and offset of the raw record, in 32 bits
 */
public record Intake(boolean taken, int attempt, int place) {
    /** The intake record has not been read: the image is known from distributions only. */
    public static final Intake NONE = new Intake(false, 1, 0);

    // Spreads neighbours: two records out of four billion pairs look like one.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** How a raw record relates to those that were read before it. */
    public enum DeliveryKind {
        /** The first raw record of this image. */
        FIRST,
        /** The same raw record, read again after a restart. */
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

    /** The intake that this intake record announces. */
    public static Intake of(ImageTaken message) {
        return new Intake(true, message.getAttempt(), place(message));
    }

    /** How the raw record of this intake record relates to this one. */
    public DeliveryKind deliveryKind(ImageTaken message) {
        if (!taken) {
            return DeliveryKind.FIRST;
        }
        if (message.getAttempt() != attempt) {
            return message.getAttempt() > attempt ? DeliveryKind.REPLAYED : DeliveryKind.EARLIER;
        }
        return place(message) == place ? DeliveryKind.REDELIVERED : DeliveryKind.DUPLICATE;
    }

    private static int place(ImageTaken message) {
        return (int) (((message.getOffset() << 12) + message.getPartition()) * SPREAD >>> 32);
    }
}
