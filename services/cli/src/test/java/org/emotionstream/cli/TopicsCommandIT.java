package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;

/** What a job does before services start that somebody else starts. */
class TopicsCommandIT {
    @Test
    void namesEachSettingThatSomebodyHasChosenOtherwise() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            String[] command = {"topics", "--bootstrap", broker.bootstrapServers()};
            assertThat(CommandRun.of(command).errors()).doesNotContain("compression.type");
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "images.raw"),
                            List.of(
                                    set("compression.type", "producer"),
                                    set(
                                            "retention.ms",
                                            Long.toString(Duration.ofHours(7).toMillis())))))
                    .all()
                    .get();

            CommandRun second = CommandRun.of(command);
            assertThat(second.exitCode()).isEqualTo(ExitCodes.OK);
            assertThat(second.errors())
                    .containsSubsequence(
                            "topic images.raw has compression.type=producer, topics creates it with uncompressed",
                            "topic images.raw has retention.ms=25200000, topics creates it with 21600000",
                            "created 0 topics");
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

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
