package org.emotionstream.combiner.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One budget of memory for all stores, segments and partitions: without it each of them has its own cache of
 * 50 MB and 48 MB of write buffers. Made by Kafka Streams, hence public.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** The setting that says how many partitions there are; without it as many as topics have by default. */
    public static final String PARTITIONS = "combiner.partitions";

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int OPEN_FILES = 64;
    private static final int USUAL_PARTITIONS = 4;

    // Of one partition: open images, and four segments each of settled images and partial answers.
    private static final int STORES = 9;
    private static final int WRITE_BUFFER_BYTES = 256 * KIB;
    private static final int ARENA_BYTES = 16 * KIB;
    // Kafka Streams keeps offsets beside each store, in a write buffer that takes so much from its first entry on.
    private static final int OFFSETS_ARENA_BYTES = 128 * KIB;

    // A limit for all would flush the store that is written to, at every write, while others hold what fills it: each
    // store has its own. The manager only counts what they hold as part of the cache.
    private static final long NO_LIMIT = 1L << 40;

    private static Memory memory;

    /** Blocks, indexes and filters, and in them what write buffers take. */
    private record Memory(Cache cache, WriteBufferManager writeBuffers) {
        static Memory of(int partitions) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(budgetBytes(partitions));
            return new Memory(cache, new WriteBufferManager(NO_LIMIT, cache));
        }
    }

    /** What all stores together may hold in memory, but for blocks in use at the moment: blocks, and full write buffers. */
    static long budgetBytes(int partitions) {
        return 16L * MIB + (long) partitions * STORES * (WRITE_BUFFER_BYTES + OFFSETS_ARENA_BYTES);
    }

    private static synchronized Memory memory(Map<String, Object> configs) {
        if (memory == null) {
            Object partitions = configs.getOrDefault(PARTITIONS, USUAL_PARTITIONS);
            memory = Memory.of(Integer.parseInt(partitions.toString()));
        }
        return memory;
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        Memory shared = memory(configs);
        table.setBlockCache(shared.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setArenaBlockSize(ARENA_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setMaxOpenFiles(OPEN_FILES);
        options.setInfoLogLevel(InfoLogLevel.ERROR_LEVEL);
        options.setStatsDumpPeriodSec(0);
    }

    /** What all stores together hold in memory: blocks, indexes, filters, write buffers. */
    static synchronized long memoryBytes() {
        return memory == null ? 0 : memory.cache().getUsage();
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers belong to all stores, and to the end of the process.
    }
}
