package org.emotionstream.landmarks;

/** Why a picture, or a record that should have held one, is not looked at. */
public enum RejectionReason {
    /** No bytes at all. */
    EMPTY("empty"),
    /** More bytes than {@link PictureLimits#bytes()}. */
    TOO_LARGE("too-large"),
    /** The first bytes are of no format that we read. */
    NOT_A_PICTURE("not-a-picture"),
    /** The end is missing. */
    TRUNCATED("truncated"),
    /** Beginning and end are there, and yet it cannot be decoded. */
    UNREADABLE("unreadable"),
    /** More pixels than {@link PictureLimits#decodedPixels()}, as stored. */
    TOO_MANY_PIXELS("too-many-pixels"),
    /** Avro that is no {@code RawImage}. */
    WRONG_AVRO("wrong-avro"),
    /** What may be a {@code RawImage} with a schema that could not be looked up. */
    SCHEMA_UNAVAILABLE("schema-unavailable"),
    /** The image id or source that came with it takes more bytes than a message has for it. */
    ID_TOO_LONG("id-too-long"),
    /** The process has ended while native code had it, too often; it is not decoded. */
    CRASHED_DECODER("crashed-decoder");

    private final String label;

    RejectionReason(String label) {
        this.label = label;
    }

    /** The name on the wire, for example {@code too-large}. */
    public String label() {
        return label;
    }
}
