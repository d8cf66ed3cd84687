package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.emotionstream.combiner.join.ImageIdentity;
import org.emotionstream.combiner.ledger.Settled;

/**
 * The images that have their outcome, of one task: 34 bytes each, in segments of time. The time is that of the
 * records, which the broker stamps. The last entry of an image counts.
 */
final class SettledImages {
    static final String STORE = "settled-images";

    private final WindowStore<Bytes, byte[]> store;
    private final Duration horizon;

    SettledImages(WindowStore<Bytes, byte[]> store, Duration horizon) {
        this.store = store;
        this.horizon = horizon;
    }

    /**
     * @param horizon how long a settled image is remembered
     * @param changelog settings of the changelog topic
     */
    static StoreBuilder<WindowStore<Bytes, byte[]>> builder(Duration horizon, Map<String, String> changelog) {
        return TimeSegments.builder(STORE, Serdes.ByteArray(), horizon, changelog);
    }

    /**
     * What is remembered of the pictures of one image id.
     *
     * @param settled of this picture
     * @param anotherPicture whether another picture with the same id is settled
     */
    record Memory(Optional<Settled> settled, boolean anotherPicture) {}

    /** @param nowMillis the time of the stream */
    Memory recall(ImageIdentity image, Bytes key, long nowMillis) {
        Optional<Settled> settled = Optional.empty();
        boolean anotherPicture = false;
        try (KeyValueIterator<Windowed<Bytes>, byte[]> sameId = store.fetch(
                ImageKey.first(image), ImageKey.last(image), TimeSegments.from(nowMillis, horizon), Long.MAX_VALUE)) {
            while (sameId.hasNext()) {
                var entry = sameId.next();
                if (entry.key.key().equals(key)) {
                    settled = Optional.of(SettledBytes.read(entry.value));
                } else {
                    anotherPicture = true;
                }
            }
        }
        return new Memory(settled, anotherPicture);
    }

    /** @param nowMillis the time of the stream */
    void remember(Bytes key, Settled settled, long nowMillis) {
        store.put(key, SettledBytes.write(settled), nowMillis);
    }
}
