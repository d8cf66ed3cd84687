package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.tracing.TraceHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * The distributions that partial answers rest on, of one task, in segments of time: until networks that come
 * late have made them whole, or until the horizon.
 */
final class PartialAnswers {
    static final String STORE = "partial-answers";

    private final WindowStore<Bytes, byte[]> store;
    private final Duration horizon;
    // Nothing but a list of messages; null, which deletes, is none.
    private final OpenJoinSerde serde;

    PartialAnswers(WindowStore<Bytes, byte[]> store, Duration horizon, Schemas schemas) {
        this.store = store;
        this.horizon = horizon;
        this.serde = new OpenJoinSerde(schemas);
    }

    /**
     * What the answer for this image rests on, in the order of the networks, and their traces; empty when that is
     * forgotten.
     *
     * @param nowMillis the time of the stream
     */
    Optional<OpenJoin> find(Bytes key, long nowMillis) {
        return last(key, nowMillis).map(entry -> serde.deserializer().deserialize(STORE, entry.value));
    }

    /**
     * @param traces that these distributions came with, in the same order
     * @param nowMillis the time of the stream
     */
    void keep(Bytes key, List<EmotionDistributions> distributions, List<TraceHeaders> traces, long nowMillis) {
        forget(key, nowMillis);
        OpenJoin join = new OpenJoin(Instant.ofEpochMilli(nowMillis), distributions, traces);
        store.put(key, serde.serializer().serialize(STORE, join), nowMillis);
    }

    /** @param nowMillis the time of the stream */
    void forget(Bytes key, long nowMillis) {
        last(key, nowMillis).ifPresent(entry -> store.put(key, null, entry.key));
    }

    private Optional<KeyValue<Long, byte[]>> last(Bytes key, long nowMillis) {
        try (WindowStoreIterator<byte[]> entries =
                store.backwardFetch(key, TimeSegments.from(nowMillis, horizon), Long.MAX_VALUE)) {
            return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
        }
    }
}
