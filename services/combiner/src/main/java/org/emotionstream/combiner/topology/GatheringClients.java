package org.emotionstream.combiner.topology;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** The clients of Kafka Streams, whose consumers {@linkplain GatheringConsumer gather} records under load. */
public final class GatheringClients extends DefaultKafkaClientSupplier {
    private final Supplier<CommitPace> pace;

    /** @param pace of the thread that asks, the same as that of the topology */
    public GatheringClients(Supplier<CommitPace> pace) {
        this.pace = pace;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new GatheringConsumer(settings, pace);
    }
}
