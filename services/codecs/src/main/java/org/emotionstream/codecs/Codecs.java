package org.emotionstream.codecs;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * Every codec that a record batch can have: none, gzip, snappy, lz4, zstd. A producer chooses one, and whoever
 * reads its records has to unpack them; so a process makes sure of all before it says that it is ready.
 */
public final class Codecs {
    private static final byte[] SAMPLE = "a record, a record, a record".getBytes(StandardCharsets.UTF_8);

    private Codecs() {}

    /**
     * Loads every codec, and packs and unpacks one record with each.
     *
     * @throws CodecException when one of them cannot be used
     */
    public static void load() {
        NativeLibraries libraries = NativeLibraries.unpack();
        try (libraries) {
            for (CompressionType type : CompressionType.values()) {
                use(type);
            }
        }
    }

    private static void use(CompressionType type) {
        try {
            MemoryRecords batch = MemoryRecords.withRecords(Compression.of(type).build(), new SimpleRecord(SAMPLE));
            for (Record unpacked : batch.records()) {
                unpacked.ensureValid();
            }
        } catch (RuntimeException | Error e) {
            // A library that is missing or cannot be loaded is an error: of linking, or snappy-java's own.
            throw new CodecException("records that are packed with " + type.name + " cannot be read: " + e, e);
        }
    }
}
