package org.emotionstream.events;

/** A schema cannot be had or made known, in the topic of schemas or in a registry; never the fault of a record. */
public class SchemaRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRegistryException(String message) {
        super(message);
    }

    /**
     * The message is for people.
     *
     * @param cause a {@code RetriableException} of Kafka where the brokers do not answer
     */
    public SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
