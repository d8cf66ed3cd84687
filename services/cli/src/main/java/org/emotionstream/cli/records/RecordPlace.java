package org.emotionstream.cli.records;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record lies on a topic.
 *
 * @param partition 0 to 16,383
 * @param offset in its partition, below 2^48
 */
public record RecordPlace(int partition, long offset) implements Comparable<RecordPlace> {
    private static final int OFFSET_BITS = 48;
    private static final long OFFSET = (1L << OFFSET_BITS) - 1;

    /** Where this record lies. */
    public static RecordPlace of(ConsumerRecord<?, ?> record) {
        return new RecordPlace(record.partition(), record.offset());
    }

    /** Both in one number that is not negative, smaller for what comes before. */
    public long packed() {
        return ((long) partition << OFFSET_BITS) | offset;
    }

    /** The place that was {@link #packed()}. */
    public static RecordPlace ofPacked(long packed) {
        return new RecordPlace((int) (packed >>> OFFSET_BITS), packed & OFFSET);
    }

    @Override
    public int compareTo(RecordPlace other) {
        return Long.compare(packed(), other.packed());
    }

    /** For example {@code 2@17}. */
    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
