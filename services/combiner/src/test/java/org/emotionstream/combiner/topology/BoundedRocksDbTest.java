package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores on disk of many partitions, several segments each, share one budget of memory. */
class BoundedRocksDbTest {
    private static final int TASKS = 4;
    private static final int ENTRIES = 60_000;
    private static final Duration HORIZON = Duration.ofHours(30);

    @TempDir
    private Path folder;

    @Test
    void allStoresTogetherStayWithinTheBudget() {
        List<TopologyTestDriver> tasks = new ArrayList<>();
        try {
            for (int task = 0; task < TASKS; task++) {
                tasks.add(driver(task));
                fill(tasks.get(task));
                read(tasks.get(task));
                assertThat(BoundedRocksDb.memoryBytes())
                        .as("after %d tasks", task + 1)
                        .isPositive()
                        .isLessThanOrEqualTo(BoundedRocksDb.budgetBytes(TASKS) * 5 / 4);
            }
        } finally {
            tasks.forEach(TopologyTestDriver::close);
        }
    }

    private TopologyTestDriver driver(int task) {
        Properties properties = new Properties();
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, folder.resolve("task-" + task).toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        Topology topology = new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "in")
                .addProcessor("nothing", Nothing::new, "source")
                .addStateStore(OpenImages.builder(Map.of()), "nothing")
                .addStateStore(TimeSegments.builder(SettledImages.STORE, HORIZON, Map.of()), "nothing")
                .addStateStore(TimeSegments.builder(PartialAnswers.STORE, HORIZON, Map.of()), "nothing");
        return new TopologyTestDriver(topology, properties);
    }

    private static void fill(TopologyTestDriver driver) {
        KeyValueStore<Bytes, byte[]> open = driver.getKeyValueStore(OpenImages.STORE);
        WindowStore<Bytes, byte[]> settled = driver.getWindowStore(SettledImages.STORE);
        WindowStore<Bytes, byte[]> partial = driver.getWindowStore(PartialAnswers.STORE);
        Random random = new Random(3);
        for (int entry = 0; entry < ENTRIES; entry++) {
            byte[] key = new byte[16];
            random.nextBytes(key);
            // Over three segments.
            long millis = entry * (2 * HORIZON.toMillis() / ENTRIES);
            open.put(Bytes.wrap(key), new byte[80]);
            settled.put(Bytes.wrap(key), new byte[6], millis);
            partial.put(Bytes.wrap(key), new byte[600], millis);
        }
    }

    private static void read(TopologyTestDriver driver) {
        try (var all = driver.<Bytes, byte[]>getKeyValueStore(OpenImages.STORE).all();
                var partial = driver.<Bytes, byte[]>getWindowStore(PartialAnswers.STORE)
                        .all()) {
            all.forEachRemaining(entry -> assertThat(entry.value).isNotEmpty());
            partial.forEachRemaining(entry -> assertThat(entry.value).isNotEmpty());
        }
    }

    private static final class Nothing implements Processor<byte[], byte[], Void, Void> {
        @Override
        public void process(Record<byte[], byte[]> record) {
            // The test writes to the stores itself.
        }
    }
}
