package org.emotionstream.events.loop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.TimeToLoss;
import org.emotionstream.events.TopicException;

/**
 * The metric {@code emotionstream.time.to.loss.seconds} of a stage: see {@link TimeToLoss}. Asked for every ten
 * seconds on a thread of its own; not a number while the broker does not tell.
 */
public final class TimeToLossGauge implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Admin admin;
    private final TimeToLoss timeToLoss;
    private final ScheduledExecutorService thread;
    private volatile double seconds = Double.NaN;

    /**
     * Begins.
     *
     * @param stage the tag of the metric
     * @param group whose records these are
     * @param topics that it reads
     */
    public TimeToLossGauge(
            ChainConfiguration configuration, String stage, String group, List<String> topics, MeterRegistry registry) {
        this.admin = KafkaClients.admin(configuration);
        this.timeToLoss = new TimeToLoss(admin, group, topics, Clock.systemUTC());
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread asking = new Thread(work, stage + "-time-to-loss");
            asking.setDaemon(true);
            return asking;
        });
        Gauge.builder("emotionstream.time.to.loss.seconds", this, gauge -> gauge.seconds)
                .description("Until the oldest unread record of this stage is deleted")
                .tag("stage", stage)
                .strongReference(true)
                .register(registry);
        thread.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            seconds = timeToLoss.now().toMillis() / 1000.0;
        } catch (TopicException e) {
            // The loop says that the broker is away; what is not known is no number.
            seconds = Double.NaN;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(CLOSE);
    }
}
