package org.emotionstream.events.configuration;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** What the Kafka clients of the chain have in common: where the brokers are, and what the operator adds. */
public final class KafkaClients {
    private static final int ANSWER_MILLIS = 5_000;

    private KafkaClients() {}

    /**
     * Settings of a client: these defaults, over them the operator's file {@code emotionstream.client-config} and
     * {@code emotionstream.kafka}, over them what must be so.
     *
     * @param defaults which the operator may change
     * @param fixed which the operator may not change, because promises rest on them
     * @throws ConfigurationException when the file cannot be read
     */
    public static Map<String, Object> settings(
            ChainConfiguration configuration, Map<String, ?> defaults, Map<String, ?> fixed) {
        Map<String, Object> settings = new HashMap<>(defaults);
        configuration.clientConfig().ifPresent(file -> settings.putAll(ClientConfigFile.read(file)));
        settings.putAll(configuration.kafka());
        settings.putAll(fixed);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, configuration.bootstrapServers());
        return settings;
    }

    /** An administration client that gives up on a question after 5 seconds; the caller closes it. */
    public static Admin admin(ChainConfiguration configuration) {
        return Admin.create(settings(
                configuration,
                Map.of(
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS),
                Map.of()));
    }
}
