package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;

/** What a job does before services start that somebody else starts. */
class TopicsCommandIT {
    @Test
    void makesWhatIsMissingOnce() {
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            String[] command = {
                "topics", "--bootstrap", broker.bootstrapServers(), "--topic-prefix", "shop.", "--partitions", "2"
            };
            CommandRun first = CommandRun.of(command);
            assertThat(first.exitCode()).as(first.errors()).isEqualTo(ExitCodes.OK);
            assertThat(first.output()).containsExactlyInAnyOrderElementsOf(new Topics("shop.").all());

            CommandRun second = CommandRun.of(command);
            assertThat(second.exitCode()).isEqualTo(ExitCodes.OK);
            assertThat(second.output()).isEmpty();
            assertThat(second.errors()).contains("created 0 topics, set 0 start offsets");
        }
    }
}
