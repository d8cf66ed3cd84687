package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.events.wire.ImageIdentity;

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
     * What has become of this picture: a look-up of its key alone, however many pictures have its image id.
     *
     * @param nowMillis the time of the stream
     */
    Optional<Settled> recall(Bytes key, long nowMillis) {
        // Newest first: a picture that was sent again has an entry for each time.
        try (WindowStoreIterator<byte[]> entries = store.backwardFetch(key, from(nowMillis), Long.MAX_VALUE)) {
            return entries.hasNext() ? Optional.of(SettledBytes.read(entries.next().value)) : Optional.empty();
        }
    }

    /**
     * Whether a picture with this image id is settled; looks at the first one that it finds.
     *
     * @param nowMillis the time of the stream
     */
    boolean holdsPictureOf(ImageIdentity image, long nowMillis) {
        try (KeyValueIterator<Windowed<Bytes>, byte[]> sameId =
                store.backwardFetch(ImageKey.first(image), ImageKey.last(image), from(nowMillis), Long.MAX_VALUE)) {
            return sameId.hasNext();
        }
    }

    /** @param nowMillis the time of the stream */
    void remember(Bytes key, Settled settled, long nowMillis) {
        store.put(key, SettledBytes.write(settled), nowMillis);
    }

    private long from(long nowMillis) {
        return TimeSegments.from(nowMillis, horizon);
    }
}
