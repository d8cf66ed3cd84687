package org.emotionstream.events.loop;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Names a record in messages to people. */
final class Place {
    private Place() {}

    /** For example {@code topic images.raw partition 2 offset 17}. */
    static String of(ConsumerRecord<?, ?> record) {
        return "topic " + record.topic() + " partition " + record.partition() + " offset " + record.offset();
    }
}
