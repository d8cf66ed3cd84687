package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void headersCountAsKeysAndValuesDo() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("in", 0, 0, new byte[1], new byte[20]);
        record.headers().add("name", new byte[300]);
        ProducerRecord<byte[], byte[]> result = new ProducerRecord<>("out", new byte[1], new byte[20]);
        result.headers().add("name", new byte[300]).add("no", null);

        assertThat(Bytes.of(record)).isEqualTo(325);
        assertThat(Bytes.of(result)).isEqualTo(327);
    }

    @Test
    void whatIsMissingCountsNothing() {
        assertThat(Bytes.of(new ConsumerRecord<byte[], byte[]>("in", 0, 0, null, null)))
                .isZero();
    }
}
