package org.emotionstream.singleprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.localbroker.LocalBroker;

/** A broker and every service of the chain in this JVM, for a debugger. */
public final class SingleProcessChain implements AutoCloseable {
    private final Path folder;
    private final LocalBroker broker;
    private final ChainServices services;

    private SingleProcessChain(Path folder, LocalBroker broker, Consumer<String> onFailure) {
        this.folder = folder;
        this.broker = broker;
        this.services = new ChainServices(ServiceSettings.of(folder, broker.bootstrapServers()), onFailure);
    }

    /**
     * Starts the broker, creates the topics and starts every service; returns before the services are ready.
     *
     * @param onFailure receives the name of a service that cannot go on, on a thread that must not wait for the service
     * @throws ConfigurationException when a setting is wrong, or the release or the landmark model is missing
     * @throws org.emotionstream.localbroker.BrokerException when the broker does not start
     */
    public static SingleProcessChain start(Consumer<String> onFailure) {
        // A former life of the chain would stay in its groups until their long sessions end.
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "single-process-" + UUID.randomUUID());
        LocalBroker broker = LocalBroker.in(folder.resolve("broker"));
        SingleProcessChain chain = new SingleProcessChain(folder, broker, onFailure);
        broker.start();
        ChainConfiguration settings = chain.services.chain();
        try (Admin admin = KafkaClients.admin(settings)) {
            new TopicAdministrator(admin, Topics.of(settings), settings.topicPartitions(), settings.topicReplication())
                    .prepare();
        }
        chain.services.start();
        return chain;
    }

    /** The address of the broker, {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The services that are not ready, each with the reason; empty when pictures are answered. */
    public Map<String, String> notReady() {
        return services.notReady();
    }

    /** Stops every service gracefully, in flow order, and then the broker, and deletes all data and state. */
    @Override
    public void close() {
        services.close();
        broker.close();
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the data of the chain in " + folder, e);
        }
    }
}
