package org.emotionstream.cli.topics;

import org.emotionstream.cli.terminal.CommandException;
import picocli.CommandLine.Option;

/** The options of the commands that create topics. */
final class NewTopicOptions {
    private static final int MOST_PARTITIONS = 10_000;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of each topic that is created (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Copies of each topic that is created (default: the brokers' default).")
    private short replication;

    /** Partitions of each topic that is created. */
    int partitions() {
        return partitions;
    }

    /** Copies of each topic that is created, or -1 for what the brokers say. */
    short replication() {
        return replication;
    }

    /** @throws CommandException when one of them cannot be */
    void check() {
        CommandException.check(
                partitions >= 1 && partitions <= MOST_PARTITIONS,
                "--partitions: expected 1 to " + MOST_PARTITIONS + ", found " + partitions);
        CommandException.check(
                replication == -1 || replication >= 1,
                "--replication: expected 1 or more, or -1 for the brokers' default, found " + replication);
    }
}
