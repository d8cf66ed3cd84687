package org.emotionstream.cnnworker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.emotionstream.events.testing.Packages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged service ends when it is set up wrongly. */
class CnnWorkerIT {
    @Test
    void withoutAModelItSaysInOneLineWhichSettingIsMissing() throws Exception {
        Ended ended = run(Map.of());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output().strip().lines()).singleElement().asString().contains("cnn-worker.model");
    }

    @Test
    void withoutReleasesItSaysWhereItLooked(@TempDir Path empty) throws Exception {
        Ended ended = run(Map.of(
                "CNN_WORKER_MODEL", "model-2",
                "EMOTIONSTREAM_RELEASES", empty.toString(),
                "QUARKUS_HTTP_PORT", "0"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains(empty.resolve("DEFAULT").toString());
    }

    private record Ended(int exitCode, String output) {}

    private static Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Packages.service("cnn-worker").toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
