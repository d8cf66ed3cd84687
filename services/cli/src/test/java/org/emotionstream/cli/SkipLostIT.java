package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.topics.ChainOnBroker;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the message of a service whose records are lost tells people to run. */
class SkipLostIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void letsAGroupGoOnAtTheOldestRecordThatIsLeftAndOnlyWhenItIsTold() throws Exception {
        try (ChainOnBroker chain = new ChainOnBroker(broker.bootstrapServers(), broker.topics())) {
            String group = chain.topics().landmarkerGroup();
            TopicPartition raw = new TopicPartition(chain.topics().imagesRaw(), 1);
            RecordMetadata last = null;
            for (int i = 0; i < 5; i++) {
                last = chain.raw(1, "picture");
            }
            chain.admin()
                    .alterConsumerGroupOffsets(group, Map.of(raw, new OffsetAndMetadata(1)))
                    .all()
                    .get();
            chain.admin()
                    .deleteRecords(Map.of(raw, RecordsToDelete.beforeOffset(last.offset())))
                    .all()
                    .get();

            assertThat(topics().output()).isEmpty();
            assertThat(committed(chain, group, raw)).isEqualTo(1);
            assertThat(topics("--skip-lost").output())
                    .containsExactly("group " + group + " goes on at " + raw
                            + " offset 4 instead of 1: what lay before is not there any more");
            assertThat(committed(chain, group, raw)).isEqualTo(4);
            assertThat(topics("--skip-lost").output()).isEmpty();
        }
    }

    private CommandRun topics(String... more) {
        String[] command = {
            "topics",
            "--bootstrap",
            broker.bootstrapServers(),
            "--topic-prefix",
            broker.topics().prefix()
        };
        String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        CommandRun run = CommandRun.of(all);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCodes.OK);
        return run;
    }

    private static long committed(ChainOnBroker chain, String group, TopicPartition partition) throws Exception {
        return chain.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(partition)
                .offset();
    }
}
