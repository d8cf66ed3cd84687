package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StandbyIT {
    private static final int IMAGES = 60;

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @TempDir
    private Path folder;

    @Test
    void eachKeepsACopyForTheOtherAndWhoRemainsKnowsWhatWasAnswered() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(TestSettings.PARTITIONS);
        try (CombinerStreams first = start("combiner-1");
                CombinerStreams second = start("combiner-2");
                Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            await().until(() -> first.standbyTasks() + second.standbyTasks() == TestSettings.PARTITIONS
                    && first.health().ready().up()
                    && second.health().ready().up());
            workers.answer(0, IMAGES);
            assertThat(answers.await(IMAGES)).hasSize(IMAGES);

            first.close();
            workers.answer(0, IMAGES + 1);
            answers.await(IMAGES + 1);
            assertThat(answers.all()).hasSize(IMAGES + 1);
        }
        assertThat(failure).isNotDone();
    }

    private CombinerStreams start(String name) {
        Map<String, String> chain = new HashMap<>(TestSettings.chainKeys(broker, folder));
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
