package org.emotionstream.combiner.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.emotionstream.combiner.ledger.OpenImage;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * The images that have no outcome yet, of one task. On disk: when a service between landmarker and combiner is
 * away, hours of images are open. They are walked through round after round, a bounded part at a time, which
 * finds those that are too old and counts them all.
 */
final class OpenImages {
    static final String STORE = "open-images";

    private final KeyValueStore<Bytes, byte[]> store;
    private long count;
    private OptionalLong oldest = OptionalLong.empty();
    // The round that is under way: where it stands (empty: at the beginning), and what it has found so far.
    private Optional<Bytes> cursor = Optional.empty();
    private long found;
    private long oldestFound = Long.MAX_VALUE;

    /**
     * The images in this store, restored. They are counted by the first round, not here: nobody reads, and no
     * transaction ends, before this returns.
     *
     * @param count how many there should be, until they are counted
     */
    OpenImages(KeyValueStore<Bytes, byte[]> store, long count) {
        this.store = store;
        this.count = Math.max(0, count);
    }

    /** @param changelog settings of the changelog topic */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(Map<String, String> changelog) {
        return new WrittenAtCommitBuilder<>(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled()
                        .withLoggingEnabled(changelog));
    }

    Optional<OpenImage> find(Bytes key) {
        return Optional.ofNullable(store.get(key)).map(OpenImageBytes::read);
    }

    void put(Bytes key, OpenImage image) {
        boolean isNew = store.get(key) == null;
        store.put(key, OpenImageBytes.write(image));
        if (isNew) {
            changed(key, 1);
        }
        long enteredAt = image.enteredAt().toEpochMilli();
        oldest = OptionalLong.of(Math.min(enteredAt, oldest.orElse(enteredAt)));
        if (cursor.isPresent()) {
            oldestFound = Math.min(enteredAt, oldestFound);
        }
    }

    void remove(Bytes key) {
        if (store.delete(key) != null) {
            changed(key, -1);
        }
    }

    /** How many there are: counted where they lie once a round, and followed since. */
    long count() {
        return count;
    }

    /** When the oldest entered, by the clock of the broker, as of the last round, and of this one so far. */
    Optional<Instant> oldest() {
        long enteredAt = Math.min(oldest.orElse(Long.MAX_VALUE), oldestFound);
        return count == 0 || enteredAt == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(enteredAt));
    }

    /**
     * Goes on with the round, or begins the next one.
     *
     * @param atMost so many images
     * @param enteredBefore in milliseconds since 1970
     * @return the images on the way that entered before that
     */
    List<Bytes> walk(int atMost, long enteredBefore) {
        List<Bytes> old = new ArrayList<>();
        cursor = part(atMost, enteredBefore, old);
        if (cursor.isEmpty()) {
            endRound();
        }
        return old;
    }

    /** Whether another picture with the same image id is open. */
    boolean holdsAnotherPicture(ImageIdentity image, Bytes key) {
        try (KeyValueIterator<Bytes, byte[]> sameId =
                store.prefixScan(ImageKey.idOf(image), new ByteArraySerializer())) {
            while (sameId.hasNext()) {
                if (!sameId.next().key.equals(key)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where the next part begins; empty when the round has come to its end. */
    private Optional<Bytes> part(int atMost, long enteredBefore, List<Bytes> old) {
        try (KeyValueIterator<Bytes, byte[]> images = store.range(cursor.orElse(null), null)) {
            for (int seen = 0; images.hasNext(); seen++) {
                if (seen == atMost) {
                    return Optional.of(images.peekNextKey());
                }
                KeyValue<Bytes, byte[]> image = images.next();
                long enteredAt = OpenImageBytes.enteredAt(image.value);
                found++;
                oldestFound = Math.min(oldestFound, enteredAt);
                if (enteredAt < enteredBefore) {
                    old.add(image.key);
                }
            }
        }
        return Optional.empty();
    }

    private void endRound() {
        count = found;
        oldest = found == 0 ? OptionalLong.empty() : OptionalLong.of(oldestFound);
        found = 0;
        oldestFound = Long.MAX_VALUE;
    }

    // What changes before the place where the round stands, it has seen or would have; the rest it will see.
    private void changed(Bytes key, int by) {
        count += by;
        if (cursor.isPresent() && key.compareTo(cursor.get()) < 0) {
            found += by;
        }
    }
}
