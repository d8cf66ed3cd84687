package org.emotionstream.events.broker;

/** The broker does not let us in as we are, or a setting of our clients is wrong. */
public final class BrokerRefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerRefusalException(String message) {
        super(message);
    }
}
