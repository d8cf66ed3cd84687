package org.emotionstream.cli.chain;

import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.administration.TopicAdministrator.BeginAt;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.releases.ReleaseBoard;

/** Makes the topics and start offsets of a chain where they are not there yet. */
final class ChainTopics {
    // Of each topic: a second worker of the same network gets half of the pictures.
    private static final int PARTITIONS = 4;

    /** As the brokers say: one of our own has one copy. */
    private static final short REPLICATION = -1;

    private ChainTopics() {}

    static void create(String bootstrapServers, ChainSettings settings) {
        Topics topics = settings.topics();
        ChainConfiguration configuration = ClientSettings.of(bootstrapServers);
        try (Admin admin = KafkaClients.admin(configuration)) {
            TopicAdministrator administrator = new TopicAdministrator(admin, topics, PARTITIONS, REPLICATION);
            // Nobody else stops and starts a broker of our own; what its groups have lost, they read again.
            administrator.prepare(
                    settings.externalBroker().isEmpty() ? Optional.of(BeginAt.EARLIEST) : Optional.empty());
            settings.shadow()
                    .ifPresent(shadow -> administrator.startAtEnd(topics.landmarkerGroup(), shadow.inputTopic()));
        } catch (TopicException e) {
            throw new BrokerCheck(configuration).explain(e, ExitCodes.SERVICE, e.getMessage());
        }
    }

    /** The release that this chain served with last; empty for none. */
    static Optional<String> pinnedRelease(String bootstrapServers, Topics topics) {
        ChainConfiguration chain = ClientSettings.of(bootstrapServers, topics);
        return ReleaseBoard.read(chain).pinned().map(ReleaseContent::id);
    }
}
