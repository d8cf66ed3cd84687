package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.topics.ChainOnBroker;
import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.Test;

/** The command on a real broker, and the audit of the generation that follows. */
class RepartitionIT {
    private static final Topics TOPICS = new Topics("switch.");

    @Test
    void refusesWhatWouldBeTakenTwiceAndTheNextAuditBeginsWhereTheNextLandmarkerDoes() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                ChainOnBroker chain = new ChainOnBroker(broker.bootstrapServers(), TOPICS)) {
            answered(chain, "first");
            long committed =
                    answered(chain, "taken, and killed before the commit").offset();
            commit(chain, TOPICS.landmarkerGroup(), committed);
            CommandRun killed = run(broker, "repartition", "--into", "g2.", "--partitions", "3");
            assertThat(killed.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
            assertThat(killed.errors()).contains("0@" + committed).contains("answered twice");
            assertThat(chain.admin().listTopics().names().get()).noneMatch(name -> name.contains("g2."));

            chain.allIsRead();
            CommandRun done = run(broker, "repartition", "--into", "g2.", "--partitions", "3");
            assertThat(done.exitCode()).as(done.errors()).isEqualTo(ExitCodes.OK);
            assertThat(done.output()).contains("switch.images.raw 0 goes on at 2", "switch.images.raw 1 goes on at 0");

            assertThat(audit(broker).exitCode())
                    .as("what lies before is not its business")
                    .isEqualTo(ExitCodes.OK);
            RecordMetadata lost = chain.raw(0, "nobody has taken it");
            commit(chain, TOPICS.inGeneration("g2.").landmarkerGroup(), lost.offset() + 1);
            CommandRun missing = audit(broker);
            assertThat(missing.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
            assertThat(missing.text()).contains("1 missing").contains("switch.images.raw 0@" + lost.offset());
        }
    }

    private static RecordMetadata answered(ChainOnBroker chain, String id) {
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.empty());
        chain.ledger(id, LedgerState.complete, 1, entered);
        chain.answer(TOPICS.emotionsFinal(), id, 1, entered);
        return raw;
    }

    private static void commit(ChainOnBroker chain, String group, long offset) throws Exception {
        TopicPartition partition = new TopicPartition(TOPICS.imagesRaw(), 0);
        chain.admin()
                .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static CommandRun audit(LocalBroker broker) {
        return run(broker, "audit", "--generation", "g2.");
    }

    private static CommandRun run(LocalBroker broker, String... words) {
        List<String> where = List.of("--bootstrap", broker.bootstrapServers(), "--topic-prefix", TOPICS.prefix());
        return CommandRun.of(java.util.stream.Stream.concat(java.util.Arrays.stream(words), where.stream())
                .toArray(String[]::new));
    }
}
