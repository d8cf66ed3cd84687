package org.emotionstream.combiner.topology;

import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds stores whose changes are {@linkplain WrittenAtCommit written at the end of the transaction}.
 *
 * @param store builds what is written to
 * @param <V> the values
 */
record WrittenAtCommitBuilder<V>(StoreBuilder<KeyValueStore<Bytes, V>> store)
        implements StoreBuilder<KeyValueStore<Bytes, V>> {
    @Override
    public StoreBuilder<KeyValueStore<Bytes, V>> withCachingEnabled() {
        return new WrittenAtCommitBuilder<>(store.withCachingEnabled());
    }

    @Override
    public StoreBuilder<KeyValueStore<Bytes, V>> withCachingDisabled() {
        return new WrittenAtCommitBuilder<>(store.withCachingDisabled());
    }

    @Override
    public StoreBuilder<KeyValueStore<Bytes, V>> withLoggingEnabled(Map<String, String> config) {
        return new WrittenAtCommitBuilder<>(store.withLoggingEnabled(config));
    }

    @Override
    public StoreBuilder<KeyValueStore<Bytes, V>> withLoggingDisabled() {
        return new WrittenAtCommitBuilder<>(store.withLoggingDisabled());
    }

    @Override
    public KeyValueStore<Bytes, V> build() {
        return new WrittenAtCommit<>(store.build());
    }

    @Override
    public Map<String, String> logConfig() {
        return store.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return store.loggingEnabled();
    }

    @Override
    public String name() {
        return store.name();
    }
}
