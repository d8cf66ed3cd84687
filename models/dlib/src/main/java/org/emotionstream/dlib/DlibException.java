package org.emotionstream.dlib;

/**
 * dlib cannot do what it was asked for: the library or a model cannot be loaded (the message says what to
 * do), or dlib itself threw an exception (whose message this one carries).
 */
public final class DlibException extends RuntimeException {
    DlibException(String message) {
        super(message);
    }

    DlibException(String message, Throwable cause) {
        super(message, cause);
    }
}
