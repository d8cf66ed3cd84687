package org.emotionstream.cli.chain;

import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.ClientSettings;
import org.emotionstream.cli.CommandException;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.events.TopicException;
import org.emotionstream.events.Topics;

/** Makes the topics and start offsets of a chain where they are not there yet. */
final class ChainTopics {
    // Of each topic: a second worker of the same network gets half of the pictures.
    private static final int PARTITIONS = 4;

    /** As the brokers say: one of our own has one copy. */
    private static final short REPLICATION = -1;

    private ChainTopics() {}

    static void create(String bootstrapServers, Topics topics) {
        try (Admin admin = KafkaClients.admin(ClientSettings.of(bootstrapServers))) {
            new TopicAdministrator(admin, topics, PARTITIONS, REPLICATION).prepare();
        } catch (TopicException e) {
            throw new CommandException(ExitCodes.SERVICE, e.getMessage(), e);
        }
    }
}
