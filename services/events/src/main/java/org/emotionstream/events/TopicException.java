package org.emotionstream.events;

/** The topics or groups on the broker are not what the chain needs, or could not be made so. */
public final class TopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicException(String message) {
        super(message);
    }

    TopicException(String message, Throwable cause) {
        super(message, cause);
    }
}
