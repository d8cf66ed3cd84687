package org.emotionstream.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which chain a command talks to: the one that {@code up} left running, unless another broker is named. */
public final class BrokerOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka broker to talk to (default: the one that ./emotionstream up has started).")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Stands before the name of every topic; at most 100 letters, digits, . _ - "
                    + "(default: that of the running chain, else none).")
    private Optional<String> topicPrefix = Optional.empty();

    @Option(
            names = "--generation",
            paramLabel = "GENERATION",
            description =
                    "Stands, after the prefix, before the groups and the topics between images.raw and "
                            + "emotions.final (default: that of the running chain, else EMOTIONSTREAM_GENERATION, else none): docs/runbook/add-partitions.md.")
    private Optional<String> generation = Optional.empty();

    @Mixin
    private ClientConfigOption clientConfig;

    /**
     * Clients of what the options name, and else of what runs: a broker that lets clients in, with these topics.
     *
     * @throws CommandException when it does not, or has them not, within seconds and with the cause
     */
    public ChainClients clients(Function<Topics, List<String>> needed) {
        ChainClients clients = named();
        new BrokerCheck(clients.configuration())
                .require(
                        needed.apply(clients.topics()),
                        bootstrap.isPresent()
                                ? "start that broker, or name another one with --bootstrap HOST:PORT"
                                : "./emotionstream status shows its state");
        return clients;
    }

    /**
     * Runs a command with clients of what the options name, and else of what runs.
     *
     * @return its exit code
     * @throws CommandException when the broker lets no clients in, does not answer or refuses, with the cause
     */
    public int run(ToIntFunction<ChainClients> command) {
        try (ChainClients clients = clients(topics -> List.of())) {
            return clients.ask(() -> command.applyAsInt(clients));
        }
    }

    /** The topics that the options name, and else those of the chain that runs; no broker is asked. */
    public Topics namedTopics() {
        return named().topics();
    }

    private ChainClients named() {
        if (bootstrap.isPresent()) {
            return ChainClients.of(bootstrap.get(), topics());
        }
        var running = new RunFiles(Checkout.current().run()).requireRunning();
        return ChainClients.of(
                running.bootstrapServers(),
                topicPrefix.isPresent() || generation.isPresent() ? topics() : running.topics());
    }

    /** The generation that the environment of the services names. */
    private static Optional<String> inEnvironment() {
        return Optional.ofNullable(System.getenv("EMOTIONSTREAM_GENERATION"));
    }

    /** The broker that is named; empty for none. */
    public Optional<String> bootstrap() {
        return bootstrap;
    }

    /** The topics with the prefix that is named; empty for none. */
    public Topics topics() {
        return topics(topicPrefix, generation);
    }

    /**
     * The topics with this prefix and generation; empty for none.
     *
     * @throws CommandException when one of them cannot be in the name of a topic
     */
    public static Topics topics(Optional<String> topicPrefix, Optional<String> generation) {
        try {
            return new Topics(
                    topicPrefix.orElse(""),
                    generation.or(BrokerOptions::inEnvironment).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCodes.USAGE, "--topic-prefix or --generation: " + e.getMessage(), e);
        }
    }
}
