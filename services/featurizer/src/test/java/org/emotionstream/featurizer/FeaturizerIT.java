package org.emotionstream.featurizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.Packages;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.features.FeatureLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged service ends when it cannot serve. */
class FeaturizerIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void aReleaseOfOtherFeaturesIsRefusedAndBothSidesAreNamed(@TempDir Path releases) throws Exception {
        ReleaseFolder.write(releases, "other-layout");
        Files.writeString(releases.resolve("DEFAULT"), "other-layout\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Packages.service("featurizer").toString())
                .redirectErrorStream(true);
        builder.environment().put("EMOTIONSTREAM_RELEASES", releases.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");

        // Only the broker knows that no other release was ever pinned.
        Topics topics = broker.prepare(1);
        builder.environment().put("EMOTIONSTREAM_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        builder.environment().put("EMOTIONSTREAM_TOPIC_PREFIX", topics.prefix());

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("features.layoutHash")
                .contains(FeatureLayout.hash())
                .contains("trained with layout");
    }
}
