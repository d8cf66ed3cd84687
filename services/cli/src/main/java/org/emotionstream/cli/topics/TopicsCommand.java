package org.emotionstream.cli.topics;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.administration.TopicAdministrator.BeginAt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code topics}: makes the topics of a chain. */
@Command(
        name = "topics",
        description = "Create the missing topics of a chain, report the settings of existing topics that differ, and "
                + "give each consumer group its start offsets. Run it before services that are started by other "
                + "means than up. It may be repeated.",
        footer = {"", ExitCodes.HELP})
public final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private NewTopicOptions options;

    @Option(
            names = "--skip-lost",
            description = "Let each group whose next record is not on the broker any more go on at the oldest one that "
                    + "is left, and print where; only while none of its members runs. What lay before is lost.")
    private boolean skipLost;

    @Option(
            names = "--begin-at",
            paramLabel = "earliest|latest",
            description = "Let each group that has lost its offsets, because they have expired or were deleted, read "
                    + "again all that its topics hold (earliest) or only what comes from now on (latest). Without it, "
                    + "such groups are named and nothing is changed.")
    private Optional<BeginAt> beginAt = Optional.empty();

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        options.check();
        return broker.run(this::run);
    }

    private int run(ChainClients clients) {
        Console console = Console.ofProcess();
        try (Admin admin = clients.admin()) {
            TopicAdministrator administrator =
                    new TopicAdministrator(admin, clients.topics(), options.partitions(), options.replication());
            TopicAdministrator.Prepared prepared = administrator.prepare(beginAt);
            prepared.created().forEach(console::result);
            prepared.differences().forEach(found -> console.say(words(found)));
            console.say("created " + prepared.created().size() + " topics, set " + prepared.startOffsets()
                    + " start offsets at " + clients.configuration().bootstrapServers());
            if (skipLost) {
                administrator.skipLost().forEach(console::result);
            }
        }
        return ExitCodes.OK;
    }

    private static String words(TopicAdministrator.Difference found) {
        if (found.topic().equals("brokers")) {
            return "the brokers have " + found.setting() + "=" + found.found() + ", expected " + found.ours()
                    + ": a group that is stopped for longer loses its committed offsets while its topics still hold records";
        }
        return "topic " + found.topic() + " has " + found.setting() + "=" + found.found() + ", expected "
                + found.ours();
    }
}
