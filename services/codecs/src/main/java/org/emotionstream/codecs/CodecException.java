package org.emotionstream.codecs;

/** A codec cannot be used in this process; the message says which, why, and what to change. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is for people. */
    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
