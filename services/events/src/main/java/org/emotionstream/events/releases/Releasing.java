package org.emotionstream.events.releases;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A service's part in the rolling of releases, as its channel sees it. */
public interface Releasing extends AutoCloseable {
    /** The part of a service whose releases never change, as in tests of its channel. */
    Releasing FIXED = new Releasing() {};

    /** As {@link org.emotionstream.events.loop.Channel#begin}. */
    default void begin(Consumer<String> waiting, BooleanSupplier stopped) {}

    /** As {@link org.emotionstream.events.loop.Channel#readiness}. */
    default Map<String, String> readiness() {
        return Map.of();
    }

    @Override
    default void close() {}
}
