package org.emotionstream.endtoend.faults.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.configuration.Topics;

/** What waits for a service or is in its hands: the ends of its input less what its group has committed. */
public final class GroupLag implements AutoCloseable {
    private static final int ANSWER_SECONDS = 30;

    private final Admin admin;
    private final Topics topics;
    private final Map<String, List<TopicPartition>> inputs;

    /** Asks these brokers about this chain, whose topics exist. */
    public GroupLag(String bootstrapServers, Topics topics) {
        this.topics = topics;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        var described = await(admin.describeTopics(topics.all()).allTopicNames());
        inputs = topics.inputsByGroup().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> group.getValue().stream()
                        .flatMap(topic -> described.get(topic).partitions().stream()
                                .map(partition -> new TopicPartition(topic, partition.partition())))
                        .toList()));
    }

    /** Where the inputs of this service end now. */
    public Map<TopicPartition, Long> ends(String service) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(inputs.get(group(service)).stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** How many records lie between what the group of this service has committed and these ends. */
    public long before(String service, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(group(service)).partitionsToOffsetAndMetadata());
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata read = committed.get(end.getKey());
            lag += Math.max(0, end.getValue() - (read == null ? 0 : read.offset()));
        }
        return lag;
    }

    /** How many records wait for this service now. */
    public long of(String service) {
        return before(service, ends(service));
    }

    private String group(String service) {
        String group = topics.group(service);
        if (!inputs.containsKey(group)) {
            throw new IllegalArgumentException("no service " + service + ", groups are " + inputs.keySet());
        }
        return group;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the brokers do not say", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
