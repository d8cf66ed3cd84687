package org.emotionstream.events;

/** The registry does not answer, or refuses; never the fault of a record. */
public final class SchemaRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRegistryException(String message) {
        super(message);
    }

    SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
