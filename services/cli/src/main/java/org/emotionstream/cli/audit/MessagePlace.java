package org.emotionstream.cli.audit;

import org.emotionstream.cli.records.RecordPlace;

/**
 * The place of a message with the whole name of a picture, of which the table has only a hash.
 *
 * @param topic which of the topics that are read for the table
 * @param place on it
 */
record MessagePlace(Topic topic, RecordPlace place) {
    private static final int TOPIC_SHIFT = 62;
    private static final long PLACE = (1L << TOPIC_SHIFT) - 1;

    /** Topics whose messages name pictures. */
    enum Topic {
        TAKEN,
        FINAL,
        AMENDED
    }

    long packed() {
        return ((long) topic.ordinal() << TOPIC_SHIFT) | place.packed();
    }

    static MessagePlace ofPacked(long packed) {
        return new MessagePlace(Topic.values()[(int) (packed >>> TOPIC_SHIFT)], RecordPlace.ofPacked(packed & PLACE));
    }
}
