package org.emotionstream.landmarks.finder;

/**
 * CenterFace cannot do what it was asked for: its weights cannot be used (the message says what was expected and what was
 * found), or its network fails.
 */
public final class CenterFaceException extends RuntimeException {
    CenterFaceException(String message) {
        super(message);
    }

    CenterFaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
