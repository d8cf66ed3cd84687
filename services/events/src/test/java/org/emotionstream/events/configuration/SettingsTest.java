package org.emotionstream.events.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void defaults() {
        ChainConfiguration configuration = Settings.read(ChainConfiguration.class, Map.of());

        assertThat(configuration.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(configuration.topicPrefix()).isEmpty();
        assertThat(Topics.of(configuration).imagesRaw()).isEqualTo("images.raw");
        assertThat(configuration.topicPartitions()).isEqualTo(4);
        assertThat(configuration.topicReplication()).isEqualTo((short) 1);
        assertThat(configuration.instanceId()).isEmpty();
        assertThat(configuration.releases()).isEqualTo(Path.of("models/releases"));
        assertThat(configuration.kafka()).isEmpty();
        assertThat(configuration.stopWithParent()).isFalse();
        assertThat(configuration.schemaRegistryUrl()).isEmpty();
        assertThat(configuration.schemaPatience()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.clientConfig()).isEmpty();
    }

    @Test
    void everyKeyIsMapped() {
        ChainConfiguration configuration = Settings.read(
                ChainConfiguration.class,
                Map.of(
                        "emotionstream.bootstrap-servers", "broker:1",
                        "emotionstream.topic-prefix", "staging.",
                        "emotionstream.topic-partitions", "8",
                        "emotionstream.topic-replication", "3",
                        "emotionstream.instance-id", "one",
                        "emotionstream.releases", "elsewhere",
                        "emotionstream.kafka.\"security.protocol\"", "SASL_SSL",
                        "emotionstream.schema-registry-url", "http://registry",
                        "emotionstream.stop-with-parent", "true"));

        assertThat(configuration.bootstrapServers()).isEqualTo("broker:1");
        assertThat(Topics.of(configuration).imagesRaw()).isEqualTo("staging.images.raw");
        assertThat(configuration.topicPartitions()).isEqualTo(8);
        assertThat(configuration.topicReplication()).isEqualTo((short) 3);
        assertThat(configuration.instanceId()).contains("one");
        assertThat(configuration.releases()).isEqualTo(Path.of("elsewhere"));
        assertThat(configuration.kafka()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
        assertThat(configuration.stopWithParent()).isTrue();
        assertThat(configuration.schemaRegistryUrl()).contains("http://registry");
    }

    @Test
    void theFileOfClientsAndThePatienceForSchemasAreMapped() {
        ChainConfiguration configuration = Settings.read(
                ChainConfiguration.class,
                Map.of("emotionstream.client-config", "client.properties", "emotionstream.schema-patience", "PT5S"));

        assertThat(configuration.clientConfig()).contains(Path.of("client.properties"));
        assertThat(configuration.schemaPatience()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aGenerationStandsBeforeWhatOnlyTheChainKnows() {
        Topics topics = Topics.of(Settings.read(
                ChainConfiguration.class,
                Map.of("emotionstream.topic-prefix", "staging.", "emotionstream.generation", "g2.")));

        assertThat(topics.all())
                .containsExactly(
                        "staging.images.raw",
                        "staging.images.rejected",
                        "staging.g2.images.taken",
                        "staging.g2.images.landmarks",
                        "staging.g2.images.features",
                        "staging.g2.emotions.model-1",
                        "staging.g2.emotions.model-2",
                        "staging.g2.emotions.model-3",
                        "staging.g2.emotions.model-4",
                        "staging.emotions.final",
                        "staging.emotions.amended",
                        "staging.g2.images.ledger",
                        "staging.internal.quarantine",
                        "staging.internal.schemas",
                        "staging.g2.internal.releases");
        assertThat(topics.inputsByGroup().keySet()).allMatch(group -> group.startsWith("staging.g2."));
        assertThat(topics.inGeneration("")).isEqualTo(new Topics("staging."));
    }

    @Test
    void theRegistryHasAUsualNameToo() {
        assertThat(Settings.read(ChainConfiguration.class, Map.of("SCHEMA_REGISTRY_URL", "http://registry"))
                        .schemaRegistryUrl())
                .contains("http://registry");
    }

    @Test
    void aWrongValueIsSaidInOneLineThatNamesTheSetting() {
        assertThatThrownBy(
                        () -> Settings.read(ChainConfiguration.class, Map.of("emotionstream.topic-partitions", "many")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("emotionstream.topic-partitions")
                .hasMessageContaining("many")
                .message()
                .doesNotContain("\n");
    }
}
