package org.emotionstream.contract;

/** A release that cannot be used; the message says which file or field, what was expected, what is there. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseException(String message) {
        super(message);
    }

    public ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
