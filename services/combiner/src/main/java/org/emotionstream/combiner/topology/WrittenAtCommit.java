package org.emotionstream.combiner.topology;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.internals.ByteUtils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store whose changes stay in the heap, as objects, until the transaction is about to end. Most images begin and end
 * within one transaction: of them neither the store nor its changelog gets a record, and nothing is serialized. Kafka
 * Streams' own cache writes a deletion for each of them, and serializes at each change.
 *
 * <p>Kafka Streams calls {@link #flushCache()} before it ends a transaction. One that is aborted closes the store, and
 * with it goes what was not written. For one thread.
 *
 * @param <V> the values
 */
final class WrittenAtCommit<V> extends WrappedStateStore<KeyValueStore<Bytes, V>, Bytes, V>
        implements KeyValueStore<Bytes, V> {
    // An estimate of what one key and its value take; the limit that it counts towards is a coarse one, too.
    private static final long ENTRY_BYTES = 2_048;

    // In the order of the store. What was only read is here too, so that each key is looked up once a transaction.
    private final NavigableMap<Bytes, Known<V>> known = new TreeMap<>();

    /** What one key holds in this transaction. */
    private static final class Known<V> {
        private final boolean stored;
        private V value;
        private boolean changed;

        private Known(V value) {
            this.stored = value != null;
            this.value = value;
        }

        private V change(V to) {
            V before = value;
            value = to;
            changed = true;
            return before;
        }
    }

    WrittenAtCommit(KeyValueStore<Bytes, V> store) {
        super(store);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        known.clear();
        super.init(context, root);
    }

    @Override
    public V get(Bytes key) {
        return known(key).value;
    }

    @Override
    public void put(Bytes key, V value) {
        known(key).change(value);
    }

    @Override
    public V putIfAbsent(Bytes key, V value) {
        Known<V> entry = known(key);
        return entry.value == null ? entry.change(value) : entry.value;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public V delete(Bytes key) {
        return known(key).change(null);
    }

    @Override
    public KeyValueIterator<Bytes, V> range(Bytes from, Bytes to) {
        NavigableMap<Bytes, Known<V>> changes = known;
        if (from != null) {
            changes = changes.tailMap(from, true);
        }
        if (to != null) {
            changes = changes.headMap(to, true);
        }
        return new ChangedStore<>(wrapped().range(from, to), changed(changes));
    }

    @Override
    public KeyValueIterator<Bytes, V> all() {
        return range(null, null);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, V> prefixScan(P prefix, S serializer) {
        Bytes from = Bytes.wrap(serializer.serialize(name(), prefix));
        NavigableMap<Bytes, Known<V>> changes = known.subMap(from, true, ByteUtils.increment(from), false);
        return new ChangedStore<>(wrapped().prefixScan(prefix, serializer), changed(changes));
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }

    @Override
    public long approximateNumUncommittedBytes() {
        return super.approximateNumUncommittedBytes() + known.size() * ENTRY_BYTES;
    }

    @Override
    public void flushCache() {
        known.forEach((key, entry) -> {
            if (entry.changed && (entry.value != null || entry.stored)) {
                wrapped().put(key, entry.value);
            }
        });
        known.clear();
        super.flushCache();
    }

    @Override
    public void clearCache() {
        known.clear();
        super.clearCache();
    }

    @Override
    public void close() {
        known.clear();
        super.close();
    }

    private Known<V> known(Bytes key) {
        return known.computeIfAbsent(key, absent -> new Known<>(wrapped().get(absent)));
    }

    /** The changes among these, by key; empty for a deletion. */
    private static <V> Iterator<Map.Entry<Bytes, Optional<V>>> changed(NavigableMap<Bytes, Known<V>> entries) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().changed)
                .map(entry -> Map.entry(entry.getKey(), Optional.ofNullable(entry.getValue().value)))
                .iterator();
    }
}
