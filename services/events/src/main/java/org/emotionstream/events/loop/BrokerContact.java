package org.emotionstream.events.loop;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/** Tells the health of the loop whether the group is joined and the broker has been heard of lately. */
final class BrokerContact {
    private static final String HEARTBEAT_AGE = "last-heartbeat-seconds-ago";
    private static final long NANOS_BETWEEN_LOOKS = 500_000_000L;

    private final Consumer<?, ?> consumer;
    private final LoopHealth health;
    private final Supplier<String> remark;
    private final Metric heartbeatAge;
    private long lastLook = System.nanoTime() - NANOS_BETWEEN_LOOKS;
    private int generation = -1;
    private long joined;

    /**
     * @param remark what is to be known while records are served, or nothing
     */
    BrokerContact(Consumer<?, ?> consumer, LoopHealth health, Supplier<String> remark) {
        this.consumer = consumer;
        this.health = health;
        this.remark = remark;
        this.heartbeatAge = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT_AGE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this consumer has no metric " + HEARTBEAT_AGE));
    }

    /** Called by the thread of the loop whenever it comes round. */
    void report() {
        health.beat();
        long now = System.nanoTime();
        if (now - lastLook < NANOS_BETWEEN_LOOKS) {
            return;
        }
        lastLook = now;
        notice(consumer.groupMetadata().generationId(), now);
        long silentSeconds = silentSeconds(now);
        if (generation < 0) {
            health.waitingFor("the consumer group is not joined");
        } else if (silentSeconds > LoopClients.SESSION.toSeconds()) {
            health.waitingFor("no contact with the broker for " + silentSeconds + " s");
        } else {
            health.serving(remark.get());
        }
    }

    private void notice(int currentGeneration, long now) {
        if (currentGeneration != generation) {
            generation = currentGeneration;
            joined = now;
        }
    }

    /** Since the last heartbeat, or since the group was joined where none has been due yet. */
    private long silentSeconds(long now) {
        double sinceHeartbeat = ((Number) heartbeatAge.metricValue()).doubleValue();
        return sinceHeartbeat < 0 ? TimeUnit.NANOSECONDS.toSeconds(now - joined) : Math.round(sinceHeartbeat);
    }
}
