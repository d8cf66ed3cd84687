package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.RocksDbWindowBytesStoreSupplier;
import org.apache.kafka.streams.state.internals.RocksDbWindowBytesStoreSupplier.WindowStoreTypes;

/** Stores whose entries are points in time, in segments that are dropped whole once they lie beyond the horizon. */
public final class TimeSegments {
    /** The stores in segments of time, by name; the name is also that of their folder. */
    public static final List<String> STORES = List.of(SettledImages.STORE, PartialAnswers.STORE);

    /**
     * The time that one segment covers. Kafka Streams finds a segment by its name, which is a multiple of this: with
     * another interval it finds none of those that are there, and forgets what is in them. So it does not depend on
     * the horizon. It is what Kafka Streams itself makes of a horizon of 30 hours (half of it and of {@link #MARGIN}),
     * so that the combiner before this one reads these segments, and this one those.
     */
    public static final Duration INTERVAL = Duration.ofHours(15).plusSeconds(30);

    // The clocks of the brokers differ by less than this.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private TimeSegments() {}

    /** How long the stores remember with this horizon. */
    public static Duration remembered(Duration horizon) {
        return horizon.plus(MARGIN);
    }

    /** @param changelog settings of the changelog topic */
    static StoreBuilder<WindowStore<Bytes, byte[]>> builder(
            String name, Duration horizon, Map<String, String> changelog) {
        // The windows have no meaning of their own.
        WindowBytesStoreSupplier segments = new RocksDbWindowBytesStoreSupplier(
                name,
                remembered(horizon).toMillis(),
                INTERVAL.toMillis(),
                1,
                false,
                WindowStoreTypes.DEFAULT_WINDOW_STORE);
        return Stores.windowStoreBuilder(segments, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(changelog);
    }

    /** The earliest time that is remembered at this time, in milliseconds since 1970. */
    static long from(long nowMillis, Duration horizon) {
        return Math.max(0, nowMillis - remembered(horizon).toMillis() + 1);
    }
}
