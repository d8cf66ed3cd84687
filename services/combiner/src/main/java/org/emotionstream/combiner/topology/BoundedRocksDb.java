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
    /** What all stores together may hold in memory, but for blocks in use at the moment. */
    static final long BUDGET_BYTES = 24L * 1024 * 1024;

    private static final int MIB = 1024 * 1024;
    private static final int OPEN_FILES = 64;

    private static final Cache CACHE;
    private static final WriteBufferManager WRITE_BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(BUDGET_BYTES);
        WRITE_BUFFERS = new WriteBufferManager(8L * MIB, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(MIB);
        options.setMaxWriteBufferNumber(2);
        options.setMaxOpenFiles(OPEN_FILES);
        options.setInfoLogLevel(InfoLogLevel.ERROR_LEVEL);
        options.setStatsDumpPeriodSec(0);
    }

    /** What all stores together hold in memory: blocks, indexes, filters, write buffers. */
    static long memoryBytes() {
        return CACHE.getUsage();
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers belong to all stores, and to the end of the process.
    }
}
