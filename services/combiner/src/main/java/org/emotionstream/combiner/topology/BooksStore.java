package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.emotionstream.combiner.ledger.Books;
import org.emotionstream.combiner.ledger.ReadUpTo;

/**
 * Keeps the books of one task, and how far it has read what was taken: one entry of 48 bytes, of which a combiner
 * before this one reads and writes the first 32. It is the only store with a cache: however often the entry changes,
 * the changelog gets it once a transaction.
 */
final class BooksStore {
    static final String STORE = "books";

    private static final Bytes KEY = Bytes.wrap(new byte[] {0});
    private static final int FIELDS = 6;

    private final KeyValueStore<Bytes, byte[]> store;
    private Books books = Books.EMPTY;
    private Optional<ReadUpTo> readUpTo = Optional.empty();

    /** The books in this store, restored. */
    BooksStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        Optional.ofNullable(store.get(KEY)).map(ByteBuffer::wrap).ifPresent(this::read);
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
        write();
    }

    /** How far {@code images.taken} was read; empty where nothing was, or a combiner before this one did not say. */
    Optional<ReadUpTo> readUpTo() {
        return readUpTo;
    }

    void readUpTo(ReadUpTo position) {
        readUpTo = Optional.of(position);
        write();
    }

    private void write() {
        ByteBuffer bytes = ByteBuffer.allocate(FIELDS * Long.BYTES)
                .putLong(books.taken())
                .putLong(books.answered())
                .putLong(books.rejected())
                .putLong(books.expired());
        readUpTo.ifPresent(position -> bytes.putLong(position.offset()).putLong(position.timestamp()));
        store.put(KEY, Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private void read(ByteBuffer bytes) {
        books = new Books(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        if (bytes.hasRemaining()) {
            readUpTo = Optional.of(new ReadUpTo(bytes.getLong(), bytes.getLong()));
        }
    }
}
