package org.emotionstream.combiner.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.emotionstream.combiner.join.OpenJoin;
import org.emotionstream.events.wire.Schemas;

/**
 * The images that some networks have answered and others not yet, of one task. In memory: there are as many as pass in a moment,
 * or in a deadline when a network is away; the changelog brings them back.
 */
final class OpenJoins {
    static final String STORE = "open-joins";

    private final KeyValueStore<Bytes, OpenJoin> store;
    private final Map<Bytes, Instant> openedAt = new HashMap<>();

    /** The joins in this store, restored. */
    OpenJoins(KeyValueStore<Bytes, OpenJoin> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, OpenJoin> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, OpenJoin> entry = all.next();
                openedAt.put(entry.key, entry.value.openedAt());
            }
        }
    }

    /** @param changelog settings of the changelog topic */
    static StoreBuilder<KeyValueStore<Bytes, OpenJoin>> builder(Map<String, String> changelog, Schemas schemas) {
        return new WrittenAtCommitBuilder<>(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), new OpenJoinSerde(schemas))
                .withCachingDisabled()
                .withLoggingEnabled(changelog));
    }

    Optional<OpenJoin> find(Bytes key) {
        return Optional.ofNullable(store.get(key));
    }

    void keep(Bytes key, OpenJoin join) {
        store.put(key, join);
        openedAt.put(key, join.openedAt());
    }

    void remove(Bytes key) {
        store.delete(key);
        openedAt.remove(key);
    }

    /** Every open join. */
    Set<Bytes> keys() {
        return openedAt.keySet();
    }

    /** When the oldest was opened, by the clock of the broker. */
    Optional<Instant> oldest() {
        return openedAt.values().stream().min(Instant::compareTo);
    }

    /** Whether this image waits for networks, one or more of which have answered. */
    boolean holds(Bytes key) {
        return openedAt.containsKey(key);
    }
}
