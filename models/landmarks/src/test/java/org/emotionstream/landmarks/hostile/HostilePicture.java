package org.emotionstream.landmarks.hostile;

/**
 * Bytes that say they are a picture, or do not.
 *
 * @param kind of malice, a few words, the same for many
 * @param name tells it from all others
 * @param expected what becomes of it
 * @param bytes as they are sent
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record HostilePicture(String kind, String name, Expected expected, byte[] bytes) {
    /** What must become of it. */
    public enum Expected {
        /** Faces or none. */
        ANSWERED,
        /** Set aside with a reason. */
        REJECTED,
        /** One of the two, as the decoder sees it. */
        EITHER
    }
}
