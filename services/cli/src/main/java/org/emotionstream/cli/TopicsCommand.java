package org.emotionstream.cli;

import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.events.TopicException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code topics}: makes the topics of a chain. */
@Command(
        name = "topics",
        description = "Create the topics of a chain that are missing, check those that exist, and give every group its "
                + "start offsets: what services that somebody else starts need first. May be repeated.",
        footer = {"", Main.EXIT_CODES})
final class TopicsCommand implements Callable<Integer> {
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
            description = "Copies of each topic that is created (default: as the brokers say).")
    private short replication;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        check();
        Console console = Console.ofProcess();
        BrokerOptions.Target target = broker.target(Checkout.current());
        try (Admin admin = KafkaClients.admin(ClientSettings.of(target.bootstrapServers()))) {
            TopicAdministrator.Prepared prepared =
                    new TopicAdministrator(admin, target.topics(), partitions, replication).prepare();
            prepared.created().forEach(console::result);
            console.say("created " + prepared.created().size() + " topics, set " + prepared.startOffsets()
                    + " start offsets at " + target.bootstrapServers());
        } catch (TopicException e) {
            throw new CommandException(ExitCodes.SERVICE, e.getMessage(), e);
        }
        return ExitCodes.OK;
    }

    private void check() {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new CommandException(
                    ExitCodes.USAGE, "--partitions is from 1 to " + MOST_PARTITIONS + ", not " + partitions);
        }
        if (replication != -1 && replication < 1) {
            throw new CommandException(ExitCodes.USAGE, "--replication is 1 or more, or -1, not " + replication);
        }
    }
}
