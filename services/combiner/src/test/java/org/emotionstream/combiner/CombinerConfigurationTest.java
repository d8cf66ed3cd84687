package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinerConfigurationTest {
    @Test
    void defaults() {
        CombinerConfiguration settings = CombinerMain.settings(Map.of());

        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.stateDirectory()).isEqualTo(Path.of(".emotionstream", "combiner"));
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.standbyReplicas()).isZero();
    }

    @Test
    void everyKeyCounts() {
        CombinerConfiguration settings = Settings.read(
                CombinerConfiguration.class,
                Map.of(
                        "combiner.deadline", "PT5S",
                        "combiner.commit-interval", "PT0.05S",
                        "combiner.state-directory", "elsewhere",
                        "combiner.threads", "3",
                        "combiner.standby-replicas", "1"));

        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("elsewhere"));
        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.standbyReplicas()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "combiner.deadline, PT0S, 'combiner.deadline: expected at least PT0.001S, found PT0S'",
        "combiner.commit-interval, PT-1S, 'combiner.commit-interval: expected at least PT0.001S, found PT-1S'",
        "combiner.standby-replicas, -1, 'combiner.standby-replicas: expected at least 0, found -1'",
        "combiner.threads, 0, 'combiner.threads: expected at least 1, found 0'",
    })
    void whatCannotWorkIsRefusedNamingTheKey(String key, String value, String message) {
        assertThatThrownBy(() -> CombinerMain.settings(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void whatPromisesRestOnCannotBeChangedByTheOperator() {
        ChainConfiguration chain = Settings.read(
                ChainConfiguration.class,
                Map.of(
                        "emotionstream.instance-id", "combiner-1",
                        "emotionstream.kafka.\"processing.guarantee\"", "at_least_once",
                        "emotionstream.kafka.\"main.consumer.auto.offset.reset\"", "latest",
                        "emotionstream.kafka.\"enable.transactional.statestores\"", "false",
                        "emotionstream.kafka.\"security.protocol\"", "SASL_SSL"));

        Properties properties = StreamsSettings.of(chain, Settings.read(CombinerConfiguration.class, Map.of()));

        assertThat(properties)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("main.consumer.auto.offset.reset", "none")
                .containsEntry("enable.transactional.statestores", true)
                .containsEntry("main.consumer.group.instance.id", "combiner-1")
                .containsEntry("producer.acks", "all")
                .containsEntry("commit.interval.ms", 1_000L)
                .containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void whatIsFetchedOf64PartitionsFitsHalfOfTheHeap() {
        Properties properties = StreamsSettings.of(
                Settings.read(ChainConfiguration.class, Map.of()),
                Settings.read(CombinerConfiguration.class, Map.of()));
        int inputs = 5;
        int changelogs = 5;

        assertThat(64
                        * (inputs * (int) properties.get("main.consumer.max.partition.fetch.bytes")
                                + changelogs * (int) properties.get("restore.consumer.max.partition.fetch.bytes")))
                .as("docker/start and JvmFlags give the combiner 128 MB of heap, whatever the partitions")
                .isLessThanOrEqualTo(64 << 20);
    }
}
