package org.emotionstream.cli.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.codecs.CodecException;
import org.emotionstream.codecs.Codecs;
import org.emotionstream.events.configuration.BrokerAddress;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;

/**
 * How the Kafka clients of a command get in: as those of every service, by {@code emotionstream.client-config}
 * ({@code EMOTIONSTREAM_CLIENT_CONFIG}, {@code --client-config}) and {@code emotionstream.kafka}.
 */
public final class ClientSettings {
    /** Names the file; never a password. */
    public static final String FILE = "emotionstream.client-config";

    private static final String BROKERS = "emotionstream.bootstrap-servers";

    private ClientSettings() {}

    /**
     * The configuration of clients of this broker.
     *
     * @throws CommandException when a setting is wrong, naming it
     */
    public static ChainConfiguration of(String bootstrapServers) {
        return read(Map.of(BROKERS, bootstrapServers));
    }

    /** The configuration of clients of this broker, with these topics, among them that of the schemas. */
    public static ChainConfiguration of(String bootstrapServers, Topics topics) {
        Map<String, String> first = new HashMap<>(Map.of(BROKERS, bootstrapServers));
        // A setting that is empty is none.
        first.put("emotionstream.topic-prefix", topics.prefix());
        first.put("emotionstream.generation", topics.generation());
        return read(first);
    }

    private static ChainConfiguration read(Map<String, String> first) {
        try {
            BrokerAddress.parseAll(first.get(BROKERS));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCodes.USAGE, "--bootstrap: " + e.getMessage(), e);
        }
        try {
            return Settings.readChain(first);
        } catch (ConfigurationException e) {
            throw new CommandException(ExitCodes.USAGE, e.getMessage(), e);
        }
    }

    /**
     * Makes sure that records of every codec can be read.
     *
     * @throws CommandException when those of one cannot, and why
     */
    public static void loadCodecs() {
        try {
            Codecs.load();
        } catch (CodecException e) {
            throw new CommandException(ExitCodes.MACHINE, e.getMessage(), e);
        }
    }

    /** From here on, every client of this process reads this file. */
    public static void use(Path file) {
        System.setProperty(FILE, file.toAbsolutePath().toString());
    }

    /** The client properties file that a process that we start needs as a setting; it inherits the environment. */
    public static Optional<String> file() {
        return Optional.ofNullable(System.getProperty(FILE));
    }
}
