package org.emotionstream.combiner;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.emotionstream.events.service.Health;

/**
 * What the combiner says about itself. Live: nothing has failed; that a broker is away does not change it,
 * since a restart would not help. Ready: the release is loaded, the topics are there, the stores are restored,
 * and the broker has been heard of within the session timeout.
 */
public final class CombinerHealth implements Health {
    private static final String HEARTBEAT_AGE = "last-heartbeat-seconds-ago";
    private static final Duration SESSION = Duration.ofSeconds(8);

    private volatile String obstacle = "starting";
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<KafkaStreams> streams = Optional.empty();

    @Override
    public Answer live() {
        return failure.map(Answer::down).orElse(Answer.OK);
    }

    @Override
    public Answer ready() {
        if (failure.isPresent() || streams.isEmpty()) {
            return Answer.down(failure.orElse(obstacle));
        }
        KafkaStreams running = streams.get();
        if (running.state() != KafkaStreams.State.RUNNING) {
            return Answer.down("Kafka Streams is " + running.state());
        }
        double silent = secondsSinceHeartbeat(running);
        return silent > SESSION.toSeconds()
                ? Answer.down("no contact with the broker for " + Math.round(silent) + " s")
                : Answer.OK;
    }

    void waitingFor(String what) {
        obstacle = what;
    }

    void started(KafkaStreams running) {
        streams = Optional.of(running);
    }

    void failed(String why) {
        failure = Optional.of(why);
    }

    private static double secondsSinceHeartbeat(KafkaStreams running) {
        return running.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT_AGE))
                .map(Metric::metricValue)
                .mapToDouble(age -> ((Number) age).doubleValue())
                .max()
                .orElse(0);
    }
}
