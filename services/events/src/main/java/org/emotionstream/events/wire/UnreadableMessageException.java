package org.emotionstream.events.wire;

/** Bytes that are not the message they should be. */
public final class UnreadableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. */
    public enum Fault {
        /** They end before the message does. */
        ENDS_EARLY,
        /** They name a schema that nobody has published. */
        UNKNOWN_SCHEMA,
        /** They name a schema that cannot be looked up now: the side system that would know does not answer. */
        SCHEMA_NOT_AVAILABLE,
        /** They name a schema, or have the two bytes of single-object encoding, and do not follow the expected one. */
        MALFORMED,
        /** They do not follow the expected schema, and nothing but one byte of 0 says that they are Avro. */
        NOT_AVRO
    }

    private final Fault fault;

    public UnreadableMessageException(String message, Throwable cause) {
        this(Fault.MALFORMED, message, cause);
    }

    UnreadableMessageException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
