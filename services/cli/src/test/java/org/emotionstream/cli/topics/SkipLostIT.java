package org.emotionstream.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the message of a service whose records are lost tells people to run. */
class SkipLostIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void letsAGroupGoOnAtTheOldestRecordThatIsLeftAndOnlyWhenItIsTold() throws Exception {
        ChainOnBroker chain = new ChainOnBroker(broker);
        String group = chain.topics().landmarkerGroup();
        TopicPartition raw = new TopicPartition(chain.topics().imagesRaw(), 1);
        RecordMetadata last = null;
        for (int i = 0; i < 5; i++) {
            last = chain.raw(1, "picture");
        }
        broker.commit(group, raw.topic(), Map.of(1, 1L));
        broker.admin()
                .deleteRecords(Map.of(raw, RecordsToDelete.beforeOffset(last.offset())))
                .all()
                .get();

        assertThat(topics(chain).output()).isEmpty();
        assertThat(broker.committed(group, raw.topic())).containsEntry(1, 1L);
        assertThat(topics(chain, "--skip-lost").output())
                .containsExactly("group " + group + " goes on at " + raw
                        + " offset 4 instead of 1: what lay before is not there any more");
        assertThat(broker.committed(group, raw.topic())).containsEntry(1, 4L);
        assertThat(topics(chain, "--skip-lost").output()).isEmpty();
    }

    private static CommandRun topics(ChainOnBroker chain, String... more) {
        CommandRun run =
                chain.run(Stream.concat(Stream.of("topics"), Stream.of(more)).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCodes.OK);
        return run;
    }
}
