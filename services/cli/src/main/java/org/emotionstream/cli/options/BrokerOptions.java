package org.emotionstream.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
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
     * A broker and the topics on it.
     *
     * @param bootstrapServers where clients connect
     * @param topics by their prefix
     */
    public record Target(String bootstrapServers, Topics topics) {}

    /**
     * What the options name, and else what runs: a broker that lets clients in at this moment.
     *
     * @throws CommandException when it does not, within seconds and with the cause
     */
    public Target target(Checkout checkout) {
        return target(checkout, topics -> List.of());
    }

    /**
     * What the options name, and else what runs: a broker that lets clients in, with these topics.
     *
     * @throws CommandException when it does not, or has them not, within seconds and with the cause
     */
    public Target target(Checkout checkout, Function<Topics, List<String>> needed) {
        Target target = named(checkout);
        new BrokerCheck(ClientSettings.of(target.bootstrapServers(), target.topics()))
                .require(
                        needed.apply(target.topics()),
                        bootstrap.isPresent()
                                ? "start that broker, or name another one with --bootstrap HOST:PORT"
                                : "./emotionstream status shows its state");
        return target;
    }

    /** The topics that the options name, and else those of the chain that runs; no broker is asked. */
    public Topics namedTopics() {
        return named(Checkout.current()).topics();
    }

    private Target named(Checkout checkout) {
        if (bootstrap.isPresent()) {
            return new Target(bootstrap.get(), topics());
        }
        var running = new RunFiles(checkout.run()).requireRunning();
        return new Target(
                running.bootstrapServers(),
                topicPrefix.isPresent() || generation.isPresent() ? topics() : running.topics());
    }

    /** Clients of what the options name, and else of what runs; see {@link #target}. */
    public ChainClients clients() {
        Target target = target(Checkout.current());
        return ChainClients.of(target.bootstrapServers(), target.topics());
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
