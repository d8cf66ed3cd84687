package org.emotionstream.endtoend.scaling;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Who reads what, as the broker says. */
final class Groups implements AutoCloseable {
    private final Admin admin;

    Groups(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The partitions of each member of these groups. */
    Map<String, Map<String, Set<TopicPartition>>> members(Collection<String> groups) {
        try {
            return admin.describeConsumerGroups(groups).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, group -> group.getValue().members().stream()
                            .collect(Collectors.toMap(member -> member.consumerId(), member -> member.assignment()
                                    .topicPartitions()))));
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot describe " + groups, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether this group has so many members, each with the same number of partitions of so many in all. */
    boolean isShared(String group, int members, int partitions) {
        Collection<Set<TopicPartition>> shares =
                members(Set.of(group)).get(group).values();
        return shares.size() == members && shares.stream().allMatch(share -> share.size() == partitions / members);
    }

    @Override
    public void close() {
        admin.close();
    }
}
