package org.emotionstream.events.configuration;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Checks what the operator sets of Kafka's clients before any of them is made: a client says what is wrong when
 * it is made, which is late, and to somebody who may try again.
 */
final class ClientSettingsCheck {
    private static final List<ConfigDef> CLIENTS =
            List.of(ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef());

    private ClientSettingsCheck() {}

    /**
     * Refuses a value that a client knows to be wrong; names that no client knows are left to the clients.
     *
     * @param source of the settings, for the message
     * @throws ConfigurationException naming the setting and what is expected
     */
    static void check(String source, Map<String, String> settings) {
        settings.forEach((name, value) -> CLIENTS.forEach(client -> check(source, client, name, value)));
    }

    private static void check(String source, ConfigDef client, String name, String value) {
        ConfigDef.ConfigKey key = client.configKeys().get(name);
        // What a provider of Kafka's puts in its place is not known yet; what a password is must not be repeated.
        if (key == null || key.type == ConfigDef.Type.PASSWORD || value.contains("${")) {
            return;
        }
        try {
            Object parsed = ConfigDef.parseType(name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
        } catch (ConfigException e) {
            throw new ConfigurationException(source + ": " + e.getMessage(), e);
        }
    }
}
