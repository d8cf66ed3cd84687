package org.emotionstream.events.access;

/** The brokers do not take the rights that they are to enforce. */
public final class AccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
