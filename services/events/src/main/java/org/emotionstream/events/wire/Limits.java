package org.emotionstream.events.wire;

/**
 * The one table of limits that topics, producers and consumers share, so that what one lets through the
 * next can take. All sizes in bytes.
 */
public final class Limits {
    /** Largest encoded picture: 16 MiB. */
    public static final int PICTURE_BYTES = 16 * 1024 * 1024;

    /** Faces answered an image; the rest are counted as omitted. */
    public static final int FACES = 64;

    /** Room for key, headers and the other fields of a record. */
    public static final int HEADROOM_BYTES = 256 * 1024;

    /** Largest record on {@code images.raw}: more than a picture, so that a picture that is too large still arrives and is rejected with a reason. */
    public static final int RAW_RECORD_BYTES = PICTURE_BYTES + PICTURE_BYTES / 4;

    /** Largest record on {@code images.rejected}: a raw record and the headers that say why. */
    public static final int REJECTED_RECORD_BYTES = RAW_RECORD_BYTES + HEADROOM_BYTES;

    /** Largest record with the tiles of 64 faces in three planes. */
    public static final int TILES_RECORD_BYTES = FACES * (3 * 100 * 100 + 1024) + HEADROOM_BYTES;

    /** Largest record without tiles. */
    public static final int EMOTIONS_RECORD_BYTES = FACES * 1024 + HEADROOM_BYTES;

    /** Largest answer: as one distribution, with those of the four networks. */
    public static final int ANSWER_RECORD_BYTES = EMOTIONS_RECORD_BYTES + FACES * 1024;

    /** Largest record of {@code internal.quarantine}: any of our own, and the headers that say why. */
    public static final int QUARANTINE_RECORD_BYTES = TILES_RECORD_BYTES + HEADROOM_BYTES;

    /** Longest image id, in bytes of UTF-8: a key of every record, so no place for anything long. */
    public static final int IMAGE_ID_BYTES = 1024;

    /** Longest reason for which one step failed on a face, in characters. */
    public static final int REASON_LENGTH = 500;

    /** Longest text of several reasons, or of why a record was set aside, in characters. */
    public static final int REASONS_LENGTH = 1000;

    private Limits() {}

    /** The beginning of this text, of at most so many characters. */
    public static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
