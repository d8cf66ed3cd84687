package org.emotionstream.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/** The command on a real broker with the settings of the chain's own topics. */
class EraseIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void saysByWhenEachTopicIsRidOfTheSourceAndErasesWhatIsFinished() throws Exception {
        ChainOnBroker chain = new ChainOnBroker(broker);
        Topics topics = broker.topics();
        RecordMetadata raw = write(chain, "done", LedgerState.complete);
        write(chain, "running", LedgerState.open);
        chain.allIsRead();

        CommandRun dry = chain.run("erase", "--source", "camera-7", "--dry-run");
        CommandRun other = chain.run("erase", "--source", "camera-8");
        assertThat(chain.run("audit").text()).containsPattern("open +1").doesNotContain("erased");
        CommandRun erased = chain.run("erase", "--source", "camera-7");

        assertThat(dry.exitCode()).as(dry.errors()).isEqualTo(ExitCodes.OK);
        assertThat(dry.output()).hasSize(15);
        // 6 hours, an hour of the segment, and what the local broker takes to look and to delete.
        Instant gone = Instant.ofEpochMilli(raw.timestamp()).plus(Duration.ofHours(7));
        assertThat(time(dry, topics.imagesRaw(), 3)).isBetween(gone, gone.plus(Duration.ofMinutes(3)));
        assertThat(time(dry, topics.emotionsFinal(), 3))
                .isAfter(Instant.now().plus(Duration.ofDays(8)))
                .isBefore(Instant.now().plus(Duration.ofDays(9)));
        assertThat(dry.text()).contains("1 entries of " + topics.imagesLedger() + " would be erased");
        assertThat(other.output()).last().isEqualTo("no topic holds a record of camera-8");
        assertThat(erased.text()).contains("1 entries of " + topics.imagesLedger() + " erased");
        assertThat(erased.output()).last().asString().startsWith("nothing of camera-7 is left after ");
        CommandRun audit = chain.run("audit");
        assertThat(audit.exitCode()).as(audit.text()).isEqualTo(ExitCodes.OK);
        assertThat(audit.text()).containsPattern("erased +1").containsPattern("open +1");
    }

    private static RecordMetadata write(ChainOnBroker chain, String id, LedgerState state) {
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.empty());
        chain.ledger(id, state, 1, entered);
        if (state == LedgerState.complete) {
            chain.answer(chain.topics().emotionsFinal(), id, 1, entered);
        }
        return raw;
    }

    private static Instant time(CommandRun run, String topic, int column) {
        return run.output().stream()
                .filter(line -> line.startsWith(topic + " "))
                .map(line -> Instant.parse(line.split(" +")[column]))
                .findFirst()
                .orElseThrow();
    }
}
