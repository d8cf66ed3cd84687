package org.emotionstream.events.loop;

/**
 * How much is in hand.
 *
 * @param records that are not committed
 * @param bytes of the records that have no result yet, and of the results that are not sent yet
 */
record Load(int records, long bytes) {
    static final Load NONE = new Load(0, 0);

    Load plus(Load other) {
        return new Load(records + other.records, bytes + other.bytes);
    }
}
