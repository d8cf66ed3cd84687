package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

/** Reads what the clients make of the settings, not the settings. */
class LoopClientsTest {
    private static final Stage STAGE = TestConfiguration.stage(new Topics("t."), 1, 7);

    @Test
    void producerLosesNothingAndKeepsTheOrder() {
        ProducerConfig config = new ProducerConfig(LoopClients.producerSettings(configuration(), STAGE));

        assertThat(config.getString("acks")).isEqualTo("-1");
        assertThat(config.getBoolean("enable.idempotence")).isTrue();
        assertThat(config.getInt("retries")).isEqualTo(Integer.MAX_VALUE);
        assertThat(config.getInt("max.in.flight.requests.per.connection")).isLessThanOrEqualTo(5);
        assertThat(config.getInt("delivery.timeout.ms")).isGreaterThan(120_000);
        assertThat(config.getLong("linger.ms")).isEqualTo(1);
        assertThat(config.getString("metadata.recovery.strategy")).isEqualToIgnoringCase("none");
        assertThat(config.getLong("metadata.max.idle.ms"))
                .isGreaterThan(Duration.ofDays(1000).toMillis());
        assertThat(config.getInt("max.request.size")).isEqualTo(STAGE.outputRecordBytes());
        assertThat(config.getBoolean("partitioner.ignore.keys")).isFalse();
        assertThat(config.getClass("partitioner.class")).isNull();
    }

    @Test
    void consumerNeverGuessesAnOffset() {
        ConsumerConfig config = new ConsumerConfig(LoopClients.consumerSettings(configuration(), STAGE));

        assertThat(config.getString("auto.offset.reset")).isEqualTo("none");
        assertThat(config.getBoolean("enable.auto.commit")).isFalse();
        assertThat(config.getBoolean("allow.auto.create.topics")).isFalse();
        assertThat(config.getInt("session.timeout.ms")).isBetween(6_000, 10_000);
        assertThat(config.getInt("max.poll.records")).isEqualTo(3);
        assertThat(config.getInt("fetch.max.bytes")).isGreaterThanOrEqualTo(STAGE.inputRecordBytes());
        assertThat(config.getInt("max.partition.fetch.bytes")).isEqualTo(STAGE.inputRecordBytes());
        assertThat(config.getList("partition.assignment.strategy"))
                .isEqualTo(List.of("org.apache.kafka.clients.consumer.CooperativeStickyAssignor"));
        assertThat(config.getString("group.id")).isEqualTo("t.featurizer");
        assertThat(config.getString("group.instance.id")).isEqualTo("one");
    }

    /** Whatever the operator sets for all clients: a transaction of a camera that hangs holds nobody up. */
    @Test
    void consumerWaitsForNobodysTransaction() {
        ConsumerConfig config = new ConsumerConfig(LoopClients.consumerSettings(configuration(), STAGE));

        assertThat(config.getString("isolation.level")).isEqualTo("read_uncommitted");
    }

    @Test
    void theOperatorAddsSettingsButDoesNotUndoPromises() {
        ProducerConfig producer = new ProducerConfig(LoopClients.producerSettings(configuration(), STAGE));
        ConsumerConfig consumer = new ConsumerConfig(LoopClients.consumerSettings(configuration(), STAGE));

        assertThat(producer.getInt("send.buffer.bytes")).isEqualTo(99_999);
        assertThat(consumer.getInt("send.buffer.bytes")).isEqualTo(99_999);
        assertThat(producer.getString("acks")).isEqualTo("-1");
    }

    private static ChainConfiguration configuration() {
        return TestConfiguration.of(
                "localhost:1",
                "t.",
                "emotionstream.instance-id",
                "one",
                "emotionstream.kafka.\"send.buffer.bytes\"",
                "99999",
                "emotionstream.kafka.acks",
                "1",
                "emotionstream.kafka.\"auto.offset.reset\"",
                "latest",
                "emotionstream.kafka.\"isolation.level\"",
                "read_committed");
    }
}
