package org.emotionstream.events.loop;

import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.testing.TestBroker;

/** A backlog of records as large as a phone's pictures. */
final class LargeRecords {
    static final int COUNT = 40;
    private static final int BYTES = 3_000_000;

    private LargeRecords() {}

    static void send(LoopFixture fixture, int partitions) {
        fixture.send(IntStream.range(0, COUNT)
                .mapToObj(number -> new ProducerRecord<>(
                        fixture.topics.imagesRaw(), number % partitions, LoopFixture.bytes("key"), new byte[BYTES]))
                .toList());
    }

    static long committed(LoopFixture fixture, TestBroker broker) {
        return broker.committed(fixture.topics.landmarkerGroup(), fixture.topics.imagesRaw()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
