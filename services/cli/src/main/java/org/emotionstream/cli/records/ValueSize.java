package org.emotionstream.cli.records;

import org.apache.kafka.common.serialization.Deserializer;

/**
 * Of a value only how many bytes it has: for who needs keys and headers only. A record without a value has no size
 * either: Kafka asks no deserializer about it.
 */
public final class ValueSize implements Deserializer<Integer> {
    @Override
    public Integer deserialize(String topic, byte[] value) {
        return value.length;
    }
}
