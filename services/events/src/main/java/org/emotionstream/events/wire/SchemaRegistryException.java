package org.emotionstream.events.wire;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** A schema cannot be had or made known, in the topic of schemas or in a registry; never the fault of a record. */
public class SchemaRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRegistryException(String message) {
        super(message);
    }

    /**
     * The message is for people.
     *
     * @param cause a {@code RetriableException} of Kafka where the brokers do not answer, a {@code TimeoutException} of
     *     Java where a registry does not
     */
    public SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether brokers or a registry do not answer, so that the same question may be answered later. */
    public boolean isNoAnswer() {
        return getCause() instanceof RetriableException || getCause() instanceof TimeoutException;
    }
}
