package org.emotionstream.cli.local;

import java.util.Optional;
import org.emotionstream.cli.chain.PortChoice;
import org.emotionstream.cli.chain.UpDifferences;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.options.ClientConfigOption;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** With which broker and topics {@code up} starts a chain. */
final class ChainOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Use this Kafka broker, which already runs (default: start one).")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where the broker that is started listens, on 127.0.0.1 (default: where it did the last time; "
                            + "the first time 9092, or a free port when 9092 is taken).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Stands before the name of every topic (default: none).")
    private Optional<String> topicPrefix = Optional.empty();

    @Option(
            names = "--generation",
            paramLabel = "GENERATION",
            description = "Stands, after the prefix, before the groups and the topics between images.raw and "
                    + "emotions.final (default: EMOTIONSTREAM_GENERATION, else none): docs/runbook/add-partitions.md.")
    private Optional<String> generation = Optional.empty();

    @Mixin
    private ClientConfigOption clientConfig;

    /** The broker that already runs; empty to start one. */
    Optional<String> bootstrap() {
        return bootstrap;
    }

    /**
     * The port of the broker that is started; empty for that of the last time.
     *
     * @throws CommandException when it is no port, or no broker is started
     */
    Optional<Integer> port() {
        port.ifPresent(PortChoice::check);
        CommandException.check(
                port.isEmpty() || bootstrap.isEmpty(),
                "--port is for the broker that up starts, and with --bootstrap it starts none");
        return port;
    }

    /** What was named and may differ from what runs. */
    UpDifferences differences(Optional<Integer> smallestFace) {
        return new UpDifferences(bootstrap, port(), topicPrefix, generation, smallestFace);
    }

    /** The topics that the options name. */
    Topics topics() {
        return BrokerOptions.topics(topicPrefix, generation);
    }
}
