package org.emotionstream.events.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.inspection.GroupLag;
import org.emotionstream.events.inspection.GroupLag.Unread;
import org.emotionstream.events.inspection.TimeToLoss;

/**
 * How far the consumer group of a stage is behind: {@code emotionstream.lag.records} by topic, and {@code
 * emotionstream.time.to.loss.seconds}. Both are of the group, so every instance says the same, also when the
 * others are dead.
 */
public final class GroupGauges implements BrokerGauges.Question {
    private final GroupLag lag;
    private final TimeToLoss timeToLoss;
    private volatile Map<String, Long> unread = Map.of();
    private volatile double secondsToLoss = Double.NaN;

    /**
     * @param admin stays the caller's to close, after the {@link BrokerGauges}
     * @param stage the tag of the metrics
     * @param group whose records these are
     * @param topics that it reads
     */
    public GroupGauges(Admin admin, String stage, String group, List<String> topics, MeterRegistry registry) {
        lag = new GroupLag(admin, group, topics);
        timeToLoss = new TimeToLoss(admin, lag, Clock.systemUTC());
        Gauge.builder("emotionstream.time.to.loss.seconds", this, gauges -> gauges.secondsToLoss)
                .description("Until the oldest unread record of this stage is deleted")
                .tag("stage", stage)
                .strongReference(true)
                .register(registry);
        topics.forEach(topic -> Gauge.builder("emotionstream.lag.records", this, gauges -> gauges.unread(topic))
                .description("Records of this topic that the group of the stage has not committed")
                .tag("stage", stage)
                .tag("topic", topic)
                .strongReference(true)
                .register(registry));
    }

    @Override
    public void ask() {
        Map<TopicPartition, Unread> now = lag.unread();
        unread = GroupLag.byTopic(now);
        secondsToLoss = timeToLoss.of(now).toMillis() / 1000.0;
    }

    @Override
    public void forget() {
        unread = Map.of();
        secondsToLoss = Double.NaN;
    }

    private double unread(String topic) {
        Long records = unread.get(topic);
        return records == null ? Double.NaN : records;
    }
}
