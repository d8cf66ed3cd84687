package org.emotionstream.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a job does before services start that somebody else starts. */
class TopicsCommandIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void namesEachSettingThatSomebodyHasChosenOtherwise() {
        assertThat(topics().errors()).doesNotContain("compression.type");
        String raw = broker.topics().imagesRaw();
        broker.alter(raw, "compression.type", "producer");
        broker.alter(raw, "retention.ms", Long.toString(Duration.ofHours(7).toMillis()));

        CommandRun second = topics();
        assertThat(second.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(second.errors())
                .containsSubsequence(
                        "topic " + raw + " has compression.type=producer, expected uncompressed",
                        "topic " + raw + " has retention.ms=25200000, expected 21600000",
                        "created 0 topics");
    }

    @Test
    void makesWhatIsMissingOnce() {
        CommandRun first = topics("--partitions", "2");
        assertThat(first.exitCode()).as(first.errors()).isEqualTo(ExitCodes.OK);
        assertThat(first.output())
                .containsExactlyInAnyOrderElementsOf(broker.topics().all());

        CommandRun second = topics("--partitions", "2");
        assertThat(second.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(second.output()).isEmpty();
        assertThat(second.errors()).contains("created 0 topics, set 0 start offsets");
    }

    @Test
    void refusesGroupsThatHaveLostTheirOffsetsUntilItIsToldWhereTheyBegin() throws Exception {
        topics("--partitions", "1");
        broker.send(new ProducerRecord<>(broker.topics().imagesTaken(), new byte[] {1}));
        broker.admin()
                .deleteConsumerGroupOffsets(
                        broker.topics().combinerGroup(),
                        Set.of(new TopicPartition(broker.topics().imagesTaken(), 0)))
                .all()
                .get();

        CommandRun refused = topics();
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.SERVICE);
        assertThat(refused.errors()).contains(broker.topics().combinerGroup() + " on ", "--begin-at earliest");
        CommandRun told = topics("--begin-at", "latest");
        assertThat(told.exitCode()).as(told.errors()).isEqualTo(ExitCodes.OK);
        assertThat(told.errors()).contains("set 1 start offsets");
    }

    private CommandRun topics(String... more) {
        List<String> words = new ArrayList<>(List.of("topics"));
        words.addAll(List.of(more));
        words.addAll(List.of(
                "--bootstrap",
                broker.bootstrapServers(),
                "--topic-prefix",
                broker.topics().prefix()));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
