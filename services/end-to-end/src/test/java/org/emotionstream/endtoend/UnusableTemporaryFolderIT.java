package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.emotionstream.events.testing.Packages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that could not unpack what cameras may send says so before it is ready, and not at the first such record. */
class UnusableTemporaryFolderIT {
    private static final String NOWHERE = "-Djava.io.tmpdir=/proc/none";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"landmarker", "featurizer", "cnn-worker", "combiner"})
    void endsAServiceAsASettingThatIsWrong(String service) throws Exception {
        Path jar = Packages.service(service);

        // A service has a folder of its own for native libraries, and the temporary folder only after it.
        assertRefused(
                2,
                List.of(
                        "-Dorg.emotionstream.native-libraries=/proc/none",
                        "-Dcnn-worker.model=model-1",
                        "-jar",
                        jar.toString()));
    }

    @Test
    void endsTheBroker() throws Exception {
        assertRefused(
                1,
                List.of(
                        "-cp",
                        Packages.commandLine(),
                        "org.emotionstream.localbroker.LocalBrokerMain",
                        "--data",
                        folder.toString()));
    }

    private static void assertRefused(int exitCode, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(NOWHERE);
        command.addAll(program);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said)
                .contains("records that are packed with snappy or zstd cannot be read")
                .contains("/proc/none")
                .contains("-Djava.io.tmpdir=FOLDER");
        assertThat(process.exitValue()).isEqualTo(exitCode);
    }
}
