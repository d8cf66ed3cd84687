package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.emotionstream.combiner.join.Answered;
import org.emotionstream.combiner.join.ImageIdentity;

/**
 * The images that have their answer, of one task: 45 bytes each, in segments of time that are dropped whole
 * once they lie beyond the horizon. The time is that of the records, which the broker stamps.
 */
final class AnsweredImages {
    static final String STORE = "answered-images";

    private final WindowStore<Bytes, byte[]> store;
    private final long horizonMillis;

    AnsweredImages(WindowStore<Bytes, byte[]> store, Duration horizon) {
        this.store = store;
        this.horizonMillis = horizon.toMillis();
    }

    /**
     * @param horizon how long an answered image is remembered
     * @param changelog settings of the changelog topic
     */
    static StoreBuilder<WindowStore<Bytes, byte[]>> builder(Duration horizon, Map<String, String> changelog) {
        // The windows have no meaning of their own: an entry is a point in time.
        Duration window = Duration.ofMillis(1);
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(STORE, horizon, window, false), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(changelog);
    }

    /**
     * What is remembered of the pictures of one image id.
     *
     * @param answered of this picture
     * @param anotherPicture whether another picture with the same id was answered
     */
    record Memory(Optional<Answered> answered, boolean anotherPicture) {}

    /** @param nowMillis the time of the stream */
    Memory recall(ImageIdentity image, Bytes key, long nowMillis) {
        Optional<Answered> answered = Optional.empty();
        boolean anotherPicture = false;
        long from = Math.max(0, nowMillis - horizonMillis);
        try (KeyValueIterator<Windowed<Bytes>, byte[]> sameId =
                store.fetch(ImageKey.first(image), ImageKey.last(image), from, nowMillis)) {
            while (sameId.hasNext()) {
                var entry = sameId.next();
                if (entry.key.key().equals(key)) {
                    answered = Optional.of(new Answered(entry.value[0]));
                } else {
                    anotherPicture = true;
                }
            }
        }
        return new Memory(answered, anotherPicture);
    }

    /** @param nowMillis the time of the stream */
    void remember(Bytes key, Answered answered, long nowMillis) {
        store.put(key, new byte[] {answered.modelBits()}, nowMillis);
    }
}
