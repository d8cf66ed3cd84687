package org.emotionstream.networks;

/** A network failed on a face; the message names the network and says what came out of it. */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NetworkException(String message) {
        super(message);
    }

    NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
