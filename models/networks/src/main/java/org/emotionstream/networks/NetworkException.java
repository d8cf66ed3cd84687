package org.emotionstream.networks;

/** A network failed on a face; the message names the network and says what came out of it. */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NetworkException(String message) {
        super(message);
    }

    /**
     * The message is for people, and is in the answer.
     *
     * @param cause may be null
     */
    public NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
