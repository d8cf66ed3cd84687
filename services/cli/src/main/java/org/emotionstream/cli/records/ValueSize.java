package org.emotionstream.cli.records;

import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the size of a value and drops its bytes, for readers that need only keys and headers. Kafka does not call it
 * for a record without a value.
 */
public final class ValueSize implements Deserializer<Integer> {
    @Override
    public Integer deserialize(String topic, byte[] value) {
        return value.length;
    }
}
