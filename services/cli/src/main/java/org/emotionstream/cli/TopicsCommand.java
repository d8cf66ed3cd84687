package org.emotionstream.cli;

import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.events.TopicException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code topics}: makes the topics of a chain. */
@Command(
        name = "topics",
        description =
                "Create the topics of a chain that are missing, check those that exist and list their settings that "
                        + "differ, and give every group its start offsets: what services that somebody else starts need first. May be repeated.",
        footer = {"", Main.EXIT_CODES})
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private NewTopicOptions options;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        options.check();
        Console console = Console.ofProcess();
        BrokerOptions.Target target = broker.target(Checkout.current());
        try (Admin admin = KafkaClients.admin(ClientSettings.of(target.bootstrapServers()))) {
            TopicAdministrator.Prepared prepared = new TopicAdministrator(
                            admin, target.topics(), options.partitions(), options.replication())
                    .prepare();
            prepared.created().forEach(console::result);
            prepared.differences().forEach(found -> console.say(words(found)));
            console.say("created " + prepared.created().size() + " topics, set " + prepared.startOffsets()
                    + " start offsets at " + target.bootstrapServers());
        } catch (TopicException e) {
            throw new CommandException(ExitCodes.SERVICE, e.getMessage(), e);
        }
        return ExitCodes.OK;
    }

    private static String words(TopicAdministrator.Difference found) {
        return "topic " + found.topic() + " has " + found.setting() + "=" + found.found() + ", topics creates it with "
                + found.ours();
    }
}
