package org.emotionstream.events.inspection;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.inspection.GroupLag.Unread;

/**
 * How long until a group loses records unread: what its topics keep, less the age of the oldest record that it
 * has not committed. Asks the broker alone, so it is right for a group whose members are all dead, too. The
 * promise of the chain holds as long as this stays above zero.
 */
public final class TimeToLoss {
    // Each halves what is not known of the age: to 1/4096 of the retention, 5 seconds of 6 hours.
    private static final int HALVINGS = 12;
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final Admin admin;
    private final GroupLag lag;
    private final Clock clock;

    /**
     * @param admin stays the caller's to close
     * @param lag of the group that may not lose records
     * @param clock agrees with the broker's within seconds
     */
    public TimeToLoss(Admin admin, GroupLag lag, Clock clock) {
        this.admin = admin;
        this.lag = lag;
        this.clock = clock;
    }

    /**
     * The least over all partitions, never negative; of a partition without unread records, what its topic keeps.
     *
     * @param unread what {@link GroupLag#unread} has just said
     * @throws TopicException when the broker does not answer or refuses
     */
    public Duration of(Map<TopicPartition, Unread> unread) {
        long least = Long.MAX_VALUE;
        Map<String, Long> kept = retentions();
        for (String topic : lag.topics()) {
            least = Math.min(least, kept.get(topic));
        }
        Map<TopicPartition, Long> first = new HashMap<>();
        unread.forEach((partition, records) -> {
            if (records.records() > 0) {
                first.put(partition, records.first());
            }
        });
        long now = clock.millis();
        for (Map.Entry<TopicPartition, Long> age : ages(first, kept, now).entrySet()) {
            least = Math.min(least, Math.max(0, kept.get(age.getKey().topic()) - age.getValue()));
        }
        return Duration.ofMillis(least);
    }

    private Map<String, Long> retentions() {
        Map<String, Long> millis = new HashMap<>();
        Retention.of(admin, lag.topics()).forEach((topic, retention) -> {
            Duration time = retention.time().isNegative() ? FOR_EVER : retention.time();
            millis.put(topic, time.toMillis());
        });
        return millis;
    }

    /** Not less than the age of the record at this offset, in milliseconds; at most what its topic keeps. */
    private Map<TopicPartition, Long> ages(Map<TopicPartition, Long> first, Map<String, Long> kept, long now) {
        Map<TopicPartition, Long> atLeast = new HashMap<>();
        Map<TopicPartition, Long> atMost = new HashMap<>();
        first.keySet().forEach(partition -> {
            atLeast.put(partition, 0L);
            atMost.put(partition, kept.get(partition.topic()));
        });
        for (int i = 0; i < HALVINGS && !first.isEmpty(); i++) {
            Map<TopicPartition, Long> middle = new HashMap<>();
            first.keySet().forEach(p -> middle.put(p, (atLeast.get(p) + atMost.get(p)) / 2));
            var found = offsets(first.keySet().stream()
                    .collect(Collectors.toMap(p -> p, p -> OffsetSpec.forTimestamp(now - middle.get(p)))));
            first.forEach((partition, offset) -> {
                // No record is as young as that, or only later ones are: ours is older.
                long youngest = found.get(partition).offset();
                boolean older = youngest < 0 || youngest > offset;
                (older ? atLeast : atMost).put(partition, middle.get(partition));
            });
        }
        return atMost;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Map<TopicPartition, OffsetSpec> asked) {
        return Kafka.await(
                "list the offsets of " + lag.topics(), admin.listOffsets(asked).all());
    }
}
