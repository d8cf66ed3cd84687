package org.emotionstream.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command on a real broker, and the audit of the generation that follows. */
class RepartitionIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void refusesWhatWouldBeTakenTwiceAndTheNextAuditBeginsWhereTheNextLandmarkerDoes() throws Exception {
        ChainOnBroker chain = new ChainOnBroker(broker);
        Topics topics = broker.topics();
        answered(chain, "first");
        long committed = answered(chain, "taken, and killed before the commit").offset();
        broker.commit(topics.landmarkerGroup(), topics.imagesRaw(), Map.of(0, committed));
        CommandRun killed = chain.run("repartition", "--into", "g2.", "--partitions", "3");
        assertThat(killed.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(killed.errors()).contains("0@" + committed).contains("answered twice");
        assertThat(broker.admin().listTopics().names().get()).noneMatch(name -> name.contains("g2."));

        chain.allIsRead();
        CommandRun done = chain.run("repartition", "--into", "g2.", "--partitions", "3");
        assertThat(done.exitCode()).as(done.errors()).isEqualTo(ExitCodes.OK);
        assertThat(done.output())
                .contains(topics.imagesRaw() + " 0 goes on at 2", topics.imagesRaw() + " 1 goes on at 0");

        assertThat(chain.run("audit", "--generation", "g2.").exitCode())
                .as("what lies before is not its business")
                .isEqualTo(ExitCodes.OK);
        RecordMetadata lost = chain.raw(0, "nobody has taken it");
        broker.commit(topics.inGeneration("g2.").landmarkerGroup(), topics.imagesRaw(), Map.of(0, lost.offset() + 1));
        CommandRun missing = chain.run("audit", "--generation", "g2.");
        assertThat(missing.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(missing.text()).contains("1 missing").contains(topics.imagesRaw() + " 0@" + lost.offset());
    }

    private static RecordMetadata answered(ChainOnBroker chain, String id) {
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.empty());
        chain.ledger(id, LedgerState.complete, 1, entered);
        chain.answer(chain.topics().emotionsFinal(), id, 1, entered);
        return raw;
    }
}
