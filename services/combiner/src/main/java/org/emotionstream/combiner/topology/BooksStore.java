package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.emotionstream.combiner.ledger.Books;

/**
 * Keeps the books of one task: one entry of 32 bytes. It is the only store with a cache: however often the entry
 * changes, the changelog gets it once a transaction.
 */
final class BooksStore {
    static final String STORE = "books";

    private static final Bytes KEY = Bytes.wrap(new byte[] {0});
    private static final int FIELDS = 4;

    private final KeyValueStore<Bytes, byte[]> store;
    private Books books;

    /** The books in this store, restored. */
    BooksStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] written = store.get(KEY);
        this.books = written == null ? Books.EMPTY : read(ByteBuffer.wrap(written));
    }

    /** @param changelog settings of the changelog topic */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(Map<String, String> changelog) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(changelog);
    }

    Books books() {
        return books;
    }

    void change(UnaryOperator<Books> change) {
        books = change.apply(books);
        store.put(
                KEY,
                ByteBuffer.allocate(FIELDS * Long.BYTES)
                        .putLong(books.taken())
                        .putLong(books.answered())
                        .putLong(books.rejected())
                        .putLong(books.expired())
                        .array());
    }

    private static Books read(ByteBuffer bytes) {
        return new Books(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
