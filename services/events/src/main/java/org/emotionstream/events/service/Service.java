package org.emotionstream.events.service;

import java.util.Map;

/** The work of one process of the chain, without its container. */
public interface Service extends AutoCloseable {
    /** The name of the service, for example {@code cnn-worker}. */
    String name();

    /** Begins, and returns at once; {@link #health} shows how far it is. */
    Service start();

    /** Whether it is live and ready. */
    Health health();

    /** The data of a readiness check beside up or down, by name. */
    Map<String, String> readiness();

    /** Finishes and commits what has begun, and stops; waits some seconds for that. */
    @Override
    void close();
}
