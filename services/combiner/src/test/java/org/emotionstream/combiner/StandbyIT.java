package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.KafkaClients;
import org.emotionstream.events.Settings;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandbyIT {
    private static final int IMAGES = 60;

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @TempDir
    private Path folder;

    @Test
    void eachKeepsACopyForTheOtherAndWhoRemainsKnowsWhatWasAnswered() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            ChainConfiguration chain = TestSettings.chain(broker.bootstrapServers(), folder);
            try (Admin admin = KafkaClients.admin(chain)) {
                TopicAdministrator.of(admin, chain).prepare();
            }
            try (CombinerStreams first = start(broker, "combiner-1");
                    CombinerStreams second = start(broker, "combiner-2");
                    Workers workers = new Workers(broker.bootstrapServers());
                    Committed<ImageEmotions> answers = Committed.answers(broker.bootstrapServers())) {
                Eventually.holds(() -> first.standbyTasks() + second.standbyTasks() == TestSettings.PARTITIONS
                        && first.health().ready().up()
                        && second.health().ready().up());
                workers.answer(0, IMAGES);
                assertThat(answers.await(IMAGES)).hasSize(IMAGES);

                first.close();
                workers.answer(0, IMAGES + 1);
                answers.await(IMAGES + 1);
                assertThat(answers.all()).hasSize(IMAGES + 1);
            }
        }
        assertThat(failure).isNotDone();
    }

    private CombinerStreams start(LocalBroker broker, String name) {
        Map<String, String> chain = new HashMap<>(TestSettings.chainKeys(broker.bootstrapServers(), folder));
        chain.put("emotionstream.instance-id", name);
        Map<String, String> combiner =
                new HashMap<>(TestSettings.combinerKeys(folder.resolve(name), Duration.ofMinutes(10)));
        combiner.put("combiner.standby-replicas", "1");
        return new CombinerStreams(
                        Settings.read(ChainConfiguration.class, chain),
                        Settings.read(CombinerConfiguration.class, combiner),
                        new SimpleMeterRegistry(),
                        failure::complete)
                .start();
    }
}
