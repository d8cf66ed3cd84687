package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** Stores whose entries are points in time, in segments that are dropped whole once they lie beyond the horizon. */
final class TimeSegments {
    // The clocks of the brokers differ by less than this.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private TimeSegments() {}

    static <T> StoreBuilder<WindowStore<Bytes, T>> builder(
            String name, Serde<T> values, Duration horizon, Map<String, String> changelog) {
        // The windows have no meaning of their own.
        Duration window = Duration.ofMillis(1);
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(name, horizon.plus(MARGIN), window, false), Serdes.Bytes(), values)
                .withCachingDisabled()
                .withLoggingEnabled(changelog);
    }

    /** The earliest time that is remembered at this time, in milliseconds since 1970. */
    static long from(long nowMillis, Duration horizon) {
        return Math.max(0, nowMillis - horizon.plus(MARGIN).toMillis() + 1);
    }
}
