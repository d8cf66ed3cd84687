package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

class WrittenAtCommitTest {
    private static final Bytes KEY = Bytes.wrap(new byte[] {1, 2});
    private static final byte[] VALUE = {7};
    private static final byte[] LATER = {8};

    private final List<KeyValue<Bytes, byte[]>> written = new ArrayList<>();
    private final InMemoryKeyValueStore stored = new InMemoryKeyValueStore("stored") {
        @Override
        public synchronized void put(Bytes key, byte[] value) {
            written.add(KeyValue.pair(key, value));
            super.put(key, value);
        }
    };
    private final WrittenAtCommit<byte[]> store = new WrittenAtCommit<>(stored);

    @Test
    void whatBeginsAndEndsInOneTransactionIsNeverWritten() {
        store.put(KEY, VALUE);
        assertThat(store.get(KEY)).isEqualTo(VALUE);
        assertThat(store.delete(KEY)).isEqualTo(VALUE);
        store.flushCache();
        assertThat(written).isEmpty();
    }

    @Test
    void theLastValueOfATransactionIsWrittenOnceAtItsEnd() {
        store.put(KEY, VALUE);
        store.put(KEY, LATER);
        assertThat(written).isEmpty();
        store.flushCache();
        store.flushCache();
        assertThat(written).containsExactly(KeyValue.pair(KEY, LATER));
    }

    @Test
    void theEndOfWhatAnEarlierTransactionBeganIsWritten() {
        store.put(KEY, VALUE);
        store.flushCache();
        written.clear();
        assertThat(store.delete(KEY)).isEqualTo(VALUE);
        assertThat(store.get(KEY)).isNull();
        store.flushCache();
        assertThat(written).containsExactly(KeyValue.pair(KEY, null));
    }

    @Test
    void whatIsReadIsNotWritten() {
        stored.put(KEY, VALUE);
        written.clear();
        assertThat(store.get(KEY)).isEqualTo(VALUE);
        assertThat(store.putIfAbsent(KEY, LATER)).isEqualTo(VALUE);
        store.flushCache();
        assertThat(written).isEmpty();
    }

    @Test
    void anAbortedTransactionLeavesNothing() {
        store.put(KEY, VALUE);
        store.close();
        assertThat(written).isEmpty();
        assertThat(store.get(KEY)).isNull();
    }

    @Test
    void countsTowardsTheLimitOfWhatATransactionKeepsBack() {
        assertThat(store.approximateNumUncommittedBytes()).isZero();
        store.put(KEY, VALUE);
        assertThat(store.approximateNumUncommittedBytes()).isGreaterThan(1_000);
        store.flushCache();
        assertThat(store.approximateNumUncommittedBytes()).isZero();
    }

    @Test
    void isReadAsIfEachChangeWereWrittenAtOnce() {
        TreeMap<Bytes, byte[]> expected = new TreeMap<>();
        Random random = new Random(3);
        for (int step = 0; step < 5_000; step++) {
            Bytes key = key(random);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    byte[] value = {(byte) step};
                    store.put(key, value);
                    expected.put(key, value);
                }
                case 3, 4 -> assertThat(store.delete(key)).isEqualTo(expected.remove(key));
                case 5 -> assertThat(store.get(key)).isEqualTo(expected.get(key));
                case 6 -> store.flushCache();
                default -> {
                    Bytes to = key(random);
                    assertThat(all(store.all())).isEqualTo(new ArrayList<>(expected.entrySet()));
                    assertThat(all(store.range(key, null)))
                            .isEqualTo(
                                    new ArrayList<>(expected.tailMap(key, true).entrySet()));
                    if (key.compareTo(to) <= 0) {
                        assertThat(all(store.range(key, to)))
                                .isEqualTo(new ArrayList<>(
                                        expected.subMap(key, true, to, true).entrySet()));
                    }
                    byte first = key.get()[0];
                    assertThat(all(store.prefixScan(new byte[] {first}, new ByteArraySerializer())))
                            .isEqualTo(expected.entrySet().stream()
                                    .filter(entry -> entry.getKey().get()[0] == first)
                                    .toList());
                }
            }
        }
        assertThat(expected).isNotEmpty();
    }

    private static Bytes key(Random random) {
        return Bytes.wrap(new byte[] {(byte) random.nextInt(4), (byte) random.nextInt(6)});
    }

    private static List<Map.Entry<Bytes, byte[]>> all(KeyValueIterator<Bytes, byte[]> entries) {
        List<Map.Entry<Bytes, byte[]>> all = new ArrayList<>();
        try (entries) {
            while (entries.hasNext()) {
                Bytes next = entries.peekNextKey();
                KeyValue<Bytes, byte[]> entry = entries.next();
                assertThat(next).isEqualTo(entry.key);
                all.add(Map.entry(entry.key, entry.value));
            }
        }
        return all;
    }
}
