package org.emotionstream.combiner.topology;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The entries of a store as changes that are not written yet make them, in the order of the keys.
 *
 * @param <V> the values
 */
final class ChangedStore<V> implements KeyValueIterator<Bytes, V> {
    private final KeyValueIterator<Bytes, V> stored;
    private final Iterator<Map.Entry<Bytes, Optional<V>>> changes;
    private Map.Entry<Bytes, Optional<V>> change;
    private KeyValue<Bytes, V> next;

    /**
     * @param stored closed with this iterator
     * @param changes in the order of the keys; empty for a deletion
     */
    ChangedStore(KeyValueIterator<Bytes, V> stored, Iterator<Map.Entry<Bytes, Optional<V>>> changes) {
        this.stored = stored;
        this.changes = changes;
        nextChange();
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Bytes peekNextKey() {
        if (next == null) {
            throw new NoSuchElementException("the last entry was read");
        }
        return next.key;
    }

    @Override
    public KeyValue<Bytes, V> next() {
        KeyValue<Bytes, V> current = new KeyValue<>(peekNextKey(), next.value);
        advance();
        return current;
    }

    @Override
    public void close() {
        stored.close();
    }

    private void advance() {
        next = null;
        while (next == null && (stored.hasNext() || change != null)) {
            int order = order();
            if (order < 0) {
                next = stored.next();
            } else {
                if (order == 0) {
                    stored.next();
                }
                Bytes key = change.getKey();
                next = change.getValue().map(value -> KeyValue.pair(key, value)).orElse(null);
                nextChange();
            }
        }
    }

    /** Below 0 where the store comes first, above 0 where the change does, 0 where the change replaces an entry. */
    private int order() {
        if (change == null) {
            return -1;
        }
        return stored.hasNext() ? stored.peekNextKey().compareTo(change.getKey()) : 1;
    }

    private void nextChange() {
        change = changes.hasNext() ? changes.next() : null;
    }
}
