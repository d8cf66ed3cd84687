package org.emotionstream.endtoend.faults.count;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.GroupLag;

/** What waits for a service or is in its hands: the ends of its input less what its group has committed. */
public final class ServiceLag implements AutoCloseable {
    private final Admin admin;
    private final Topics topics;

    /** Asks these brokers about this chain, whose topics exist. */
    public ServiceLag(String bootstrapServers, Topics topics) {
        this.topics = topics;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Where the inputs of this service end now. */
    public Map<TopicPartition, Long> ends(String service) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        unread(service).forEach((partition, unread) -> ends.put(partition, unread.end()));
        return ends;
    }

    /** How many records lie between what the group of this service has committed and these ends. */
    public long before(String service, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, GroupLag.Unread> unread = unread(service);
        return ends.entrySet().stream()
                .mapToLong(end ->
                        Math.max(0, end.getValue() - unread.get(end.getKey()).first()))
                .sum();
    }

    /** How many records wait for this service now. */
    public long of(String service) {
        return unread(service).values().stream()
                .mapToLong(GroupLag.Unread::records)
                .sum();
    }

    private Map<TopicPartition, GroupLag.Unread> unread(String service) {
        String group = topics.group(service);
        return new GroupLag(admin, group, topics.inputsByGroup().get(group)).unread();
    }

    @Override
    public void close() {
        admin.close();
    }
}
