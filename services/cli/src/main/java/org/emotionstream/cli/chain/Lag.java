package org.emotionstream.cli.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.Topics;

/** How many records wait for each service: the end of its input less what its group has committed. */
public final class Lag implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin admin;
    private final Topics topics;

    /** Asks this broker. */
    public Lag(String bootstrapServers, Topics topics) {
        this.topics = topics;
        admin = KafkaClients.admin(ClientSettings.of(bootstrapServers));
    }

    /** The records that wait for this process; empty for the broker, and when the broker does not tell. */
    public Optional<Long> of(String name) throws InterruptedException {
        String group = topics.group(Instance.of(name).service());
        List<String> inputs = topics.inputsByGroup().get(group);
        return inputs == null ? Optional.empty() : of(group, inputs);
    }

    private Optional<Long> of(String group, List<String> input) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            long lag = 0;
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    ends(input).entrySet()) {
                OffsetAndMetadata read = committed.get(end.getKey());
                lag += Math.max(0, end.getValue().offset() - (read == null ? 0 : read.offset()));
            }
            return Optional.of(lag);
        } catch (ExecutionException | TimeoutException e) {
            // The topics or the broker are away; health says so, and lag is then not known.
            return Optional.empty();
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<String> input)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked =
                admin
                        .describeTopics(input)
                        .allTopicNames()
                        .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(TopicPartitionInfo::partition)
                                .map(number -> new TopicPartition(topic.name(), number)))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
