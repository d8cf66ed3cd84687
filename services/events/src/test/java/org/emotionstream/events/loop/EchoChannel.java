package org.emotionstream.events.loop;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Answers each record with its own key and value, but for a large value, after something that the test wants to happen. */
record EchoChannel(Stage stage, Consumer<ConsumerRecord<byte[], byte[]>> step) implements Channel {
    private static final int LARGE = 1024 * 1024;

    @Override
    public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
        step.accept(record);
        byte[] value = record.value().length > LARGE ? new byte[] {1} : record.value();
        return List.of(new ProducerRecord<>(stage.outputs().get(0), record.key(), value));
    }
}
