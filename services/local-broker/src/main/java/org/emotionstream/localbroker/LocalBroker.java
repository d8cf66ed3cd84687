package org.emotionstream.localbroker;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in this JVM: one KRaft node that listens on 127.0.0.1 only, unless told otherwise. It can be stopped and
 * started again on the same port and data, and several can run in one JVM. What it holds survives
 * {@link #stop()}, {@link #close()} and a kill of the process, unless it is {@linkplain #temporary()
 * temporary}.
 *
 * <p>Topics are not created by use: create them. Methods are safe for use by many threads.
 */
public final class LocalBroker implements AutoCloseable {
    private static final String FORMATTED = "meta.properties";

    private final Path data;
    private final int port;
    private final boolean temporary;
    private final List<BrokerListener> listeners;
    private final Map<String, String> settings;
    private final List<String> scram;
    private Optional<KafkaRaftServer> server = Optional.empty();

    private LocalBroker(
            Path data,
            int port,
            boolean temporary,
            List<BrokerListener> listeners,
            Map<String, String> settings,
            List<String> scram) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.temporary = temporary;
        this.listeners = List.copyOf(listeners);
        this.settings = Map.copyOf(settings);
        this.scram = List.copyOf(scram);
    }

    /**
     * A broker that keeps its data in this directory.
     *
     * @param data created where it is missing; used by one broker at a time
     * @param port of 127.0.0.1, 1 to 65535
     */
    public static LocalBroker in(Path data, int port) {
        return new LocalBroker(data, port, false, List.of(), Map.of(), List.of());
    }

    /**
     * A broker that keeps its data in this directory and listens on all addresses: for a container.
     *
     * @param listeners at least one
     */
    public static LocalBroker in(Path data, List<BrokerListener> listeners) {
        return new LocalBroker(data, listeners.get(0).port(), false, listeners, Map.of(), List.of());
    }

    /** A broker that keeps its data in this directory, on a free port. */
    public static LocalBroker in(Path data) {
        return in(data, LoopbackPorts.free());
    }

    /** A broker on a free port whose data goes away when it is closed. */
    public static LocalBroker temporary() {
        return temporary(Map.of(), List.of());
    }

    /**
     * A broker on a free port whose data goes away when it is closed.
     *
     * @param settings of the broker, over the usual
     * @param scram users to begin with, as Kafka's formatter takes them
     */
    public static LocalBroker temporary(Map<String, String> settings, List<String> scram) {
        try {
            return new LocalBroker(
                    Files.createTempDirectory("local-broker-"), LoopbackPorts.free(), true, List.of(), settings, scram);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory for a temporary broker", e);
        }
    }

    /**
     * Starts, and returns when clients are served. Does nothing when it runs.
     *
     * @return this
     * @throws BrokerException when the port is taken or the data directory cannot be used
     */
    public synchronized LocalBroker start() {
        if (server.isPresent()) {
            return this;
        }
        if (!LoopbackPorts.isFree(port)) {
            throw new BrokerException("port " + port + " on " + LoopbackPorts.ADDRESS
                    + " is in use by another program: stop that, or give another port");
        }
        format(data, Uuid.randomUuid().toString(), BrokerSettings.NODE_ID, scram);
        Properties all = BrokerSettings.of(data, port, LoopbackPorts.free());
        if (!listeners.isEmpty()) {
            BrokerListener.put(listeners, all);
        }
        all.putAll(settings);
        KafkaConfig config = new KafkaConfig(all, false);
        KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            starting.shutdown();
            throw new BrokerException("the broker does not start on " + data + ": " + e.getMessage(), e);
        }
        server = Optional.of(starting);
        return this;
    }

    /** Stops gracefully and keeps the data; {@link #start()} brings it back on the same port. */
    public synchronized void stop() {
        server.ifPresent(running -> {
            running.shutdown();
            running.awaitShutdown();
        });
        server = Optional.empty();
    }

    /** Stops gracefully; a temporary broker's data is deleted. */
    @Override
    public synchronized void close() {
        stop();
        if (temporary) {
            try {
                Utils.delete(data.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the data of a temporary broker in " + data, e);
            }
        }
    }

    /** Where clients connect: {@code 127.0.0.1:PORT}. The same before, during and after it runs. */
    public String bootstrapServers() {
        return LoopbackPorts.ADDRESS + ":" + port;
    }

    /** Where its data lie: a folder for each partition. */
    public Path data() {
        return data;
    }

    /** The port of 127.0.0.1. */
    public int port() {
        return port;
    }

    /**
     * Prepares this folder for a node, unless that is done.
     *
     * @param scram users to begin with, as Kafka's formatter takes them
     * @throws BrokerException when it cannot be prepared
     */
    static void format(Path data, String clusterId, int nodeId, List<String> scram) {
        if (Files.exists(data.resolve(FORMATTED))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setClusterId(clusterId)
                    .setNodeId(nodeId)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setScramArguments(scram)
                    .run();
        } catch (Exception e) {
            throw new BrokerException("cannot prepare " + data + " for a broker: " + e.getMessage(), e);
        }
    }
}
