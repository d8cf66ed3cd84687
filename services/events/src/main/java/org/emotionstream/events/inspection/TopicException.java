package org.emotionstream.events.inspection;

/** The topics, groups or rights on the broker are not what the chain needs, or could not be made so. */
public final class TopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what was expected and what was found. */
    public TopicException(String message) {
        super(message);
    }

    /**
     * The message says what was asked.
     *
     * @param cause the broker's own answer
     */
    public TopicException(String message, Throwable cause) {
        super(message, cause);
    }
}
