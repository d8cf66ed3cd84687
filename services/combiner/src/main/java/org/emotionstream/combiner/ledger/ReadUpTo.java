package org.emotionstream.combiner.ledger;

/**
 * How far {@code images.taken} has been read, of one partition: what lies before has left its traces, however long ago
 * and whatever is remembered of it. By offset and by time, so that a topic that was deleted and made again is not
 * taken for one that was read.
 *
 * @param offset after the last record that was read
 * @param timestamp of that record by the clock of the broker, in milliseconds since 1970
 */
public record ReadUpTo(long offset, long timestamp) {
    /** Whether a record at this place was read before. */
    public boolean covers(long recordOffset, long recordTimestamp) {
        return recordOffset < offset && recordTimestamp <= timestamp;
    }
}
