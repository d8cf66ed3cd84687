package org.emotionstream.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.ExitCodes;
import org.emotionstream.cli.topics.ChainOnBroker;
import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.Test;

/** The command on a real broker with the settings of the chain's own topics. */
class EraseIT {
    private static final Topics TOPICS = new Topics("erase.");

    @Test
    void saysByWhenEachTopicIsRidOfTheSourceAndErasesWhatIsFinished() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                ChainOnBroker chain = new ChainOnBroker(broker.bootstrapServers(), TOPICS)) {
            RecordMetadata raw = write(chain, "done", LedgerState.complete);
            write(chain, "running", LedgerState.open);
            chain.allIsRead();

            CommandRun dry = erase(broker, "camera-7", "--dry-run");
            CommandRun other = erase(broker, "camera-8");
            assertThat(audit(broker).text()).containsPattern("open +1").doesNotContain("erased");
            CommandRun erased = erase(broker, "camera-7");

            assertThat(dry.exitCode()).as(dry.errors()).isEqualTo(ExitCodes.OK);
            assertThat(dry.output()).hasSize(15);
            // 6 hours, an hour of the segment, and what the local broker takes to look and to delete.
            Instant gone = Instant.ofEpochMilli(raw.timestamp()).plus(Duration.ofHours(7));
            assertThat(time(dry, TOPICS.imagesRaw(), 3)).isBetween(gone, gone.plus(Duration.ofMinutes(3)));
            assertThat(time(dry, TOPICS.emotionsFinal(), 3))
                    .isAfter(Instant.now().plus(Duration.ofDays(8)))
                    .isBefore(Instant.now().plus(Duration.ofDays(9)));
            assertThat(dry.text()).contains("1 entries of erase.images.ledger would be erased");
            assertThat(other.output()).last().isEqualTo("nothing of camera-8 is here");
            assertThat(erased.text()).contains("1 entries of erase.images.ledger erased");
            assertThat(erased.output()).last().asString().startsWith("nothing of camera-7 is left after ");
            CommandRun audit = audit(broker);
            assertThat(audit.exitCode()).as(audit.text()).isEqualTo(ExitCodes.OK);
            assertThat(audit.text()).containsPattern("erased +1").containsPattern("open +1");
        }
    }

    private static RecordMetadata write(ChainOnBroker chain, String id, LedgerState state) {
        RecordMetadata raw = chain.raw(0, "picture");
        Instant entered = Instant.ofEpochMilli(raw.timestamp());
        chain.taken(id, raw, 1, Optional.empty());
        chain.ledger(id, state, 1, entered);
        if (state == LedgerState.complete) {
            chain.answer(TOPICS.emotionsFinal(), id, 1, entered);
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

    private static CommandRun erase(LocalBroker broker, String source, String... more) {
        List<String> words = new ArrayList<>(List.of("erase", "--source", source));
        words.addAll(List.of(more));
        return run(broker, words);
    }

    private static CommandRun audit(LocalBroker broker) {
        return run(broker, new ArrayList<>(List.of("audit")));
    }

    private static CommandRun run(LocalBroker broker, List<String> words) {
        words.addAll(List.of("--bootstrap", broker.bootstrapServers(), "--topic-prefix", TOPICS.prefix()));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
