package org.emotionstream.events.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaClientsTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsOverTheDefaultsAndUnderWhatIsNamedAndWhatMustBe() throws IOException {
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_SSL\nlinger.ms=7\nacks=1\nclient.id=file\nbootstrap.servers=elsewhere:1\n");
        ChainConfiguration configuration = Settings.readChain(Map.of(
                "emotionstream.client-config", file.toString(),
                "emotionstream.bootstrap-servers", "here:1",
                "emotionstream.kafka.\"client.id\"", "named"));

        assertThat(KafkaClients.settings(configuration, Map.of("linger.ms", 5), Map.of("acks", "all")))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "7")
                .containsEntry("client.id", "named")
                .containsEntry("acks", "all")
                .containsEntry("bootstrap.servers", "here:1");
    }

    @Test
    void kafkasProvidersFetchPasswordsFromWhereTheyAreMounted() throws IOException {
        Files.writeString(folder.resolve("password"), "of the mount");
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "config.providers=dir\n"
                        + "config.providers.dir.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider\n"
                        + "ssl.key.password=${dir:" + folder + ":password}\n");
        ChainConfiguration configuration = Settings.readChain(Map.of("emotionstream.client-config", file.toString()));
        Map<String, Object> settings = KafkaClients.settings(
                configuration,
                Map.of(),
                Map.of(
                        "key.deserializer", ByteArrayDeserializer.class.getName(),
                        "value.deserializer", ByteArrayDeserializer.class.getName()));

        assertThat(new ConsumerConfig(settings).getPassword("ssl.key.password").value())
                .isEqualTo("of the mount");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAtTheStart() {
        String missing = folder.resolve("missing.properties").toString();

        assertThatThrownBy(() -> Settings.readChain(Map.of("emotionstream.client-config", missing)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("emotionstream.client-config")
                .hasMessageContaining(missing);
    }

    @Test
    void whatIsWrongInTheFileIsSaidWithoutALineOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "sasl.jaas.config=secret\\uNO\n");

        assertThatThrownBy(() -> Settings.readChain(Map.of("emotionstream.client-config", file.toString())))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void refusesACodecThatKafkaDoesNotKnow() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "compression.type=lz5\n");

        assertThatThrownBy(() -> Settings.readChain(Map.of("emotionstream.kafka.\"compression.type\"", "lz5")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("emotionstream.kafka: Invalid value lz5 for configuration compression.type")
                .hasMessageContaining("lz4");
        assertThatThrownBy(() -> Settings.readChain(Map.of("emotionstream.client-config", file.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file + ": Invalid value lz5");
    }

    @Test
    void leavesWhatAProviderReplacesAndWhatNoClientKnows() {
        assertThat(Settings.readChain(Map.of(
                                "emotionstream.kafka.\"linger.ms\"",
                                "$${dir:/mounted:linger}",
                                "emotionstream.kafka.\"of.nobody\"",
                                "x"))
                        .kafka())
                .containsEntry("linger.ms", "${dir:/mounted:linger}");
    }

    @Test
    void aPasswordAmongTheArgumentsIsRefusedWithoutBeingRepeated() {
        for (String name : Set.of("sasl.jaas.config", "ssl.truststore.password", "ssl.keystore.key")) {
            String key = "emotionstream.kafka.\"" + name + "\"";
            System.setProperty(key, "secret");
            try {
                assertThatThrownBy(() -> Settings.readChain(Map.of()))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(name)
                        .message()
                        .doesNotContain("secret");
            } finally {
                System.clearProperty(key);
            }
        }
        ClientConfigFile.checkArguments(Set.of("emotionstream.kafka.\"security.protocol\"", "java.home"));
    }
}
