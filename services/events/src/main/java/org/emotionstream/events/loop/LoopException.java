package org.emotionstream.events.loop;

/** Why the loop cannot go on; the message names the record or range, and what to do. */
public final class LoopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoopException(String message, Throwable cause) {
        super(message, cause);
    }
}
