package org.emotionstream.paper.keras;

/** A file that cannot be imported. The message names the file, the place in it, what was expected and what is there. */
public final class KerasException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KerasException(String message) {
        super(message);
    }

    KerasException(String message, Throwable cause) {
        super(message, cause);
    }
}
