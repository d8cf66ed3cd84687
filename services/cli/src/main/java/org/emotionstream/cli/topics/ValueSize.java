package org.emotionstream.cli.topics;

import org.apache.kafka.common.serialization.Deserializer;

/** Of a value only how many bytes it has, 0 for none: for who needs keys and headers only. */
public final class ValueSize implements Deserializer<Integer> {
    @Override
    public Integer deserialize(String topic, byte[] value) {
        return value == null ? 0 : value.length;
    }
}
