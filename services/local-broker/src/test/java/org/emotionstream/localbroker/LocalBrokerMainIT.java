package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerMainIT {
    private final List<Process> started = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();

    @TempDir
    private Path data;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatItHoldsSurvivesAKill() throws Exception {
        Process first = start("--data", data.toString());
        Records before = new Records(ready(first));
        before.createTopic();
        before.write("before");
        first.destroyForcibly().waitFor();

        Process second = start("--data", data.toString());
        assertThat(new Records(ready(second)).read(1)).containsExactly("before");
    }

    @Test
    void servesUnderATurkishLocale() throws Exception {
        flags.addAll(List.of("-Duser.language=tr", "-Duser.country=TR"));
        Records records = new Records(ready(start("--data", data.toString())));
        records.createTopic();
        records.write("kept");
        assertThat(records.read(1)).containsExactly("kept");
    }

    @Test
    void stopsGracefullyWhenAsked() throws Exception {
        Process process = start("--data", data.toString());
        ready(process);
        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(data.resolve(".kafka_cleanshutdown")).exists();
    }

    @Test
    void stopsWhenItsLauncherIsGone() throws Exception {
        Process process = start("--data", data.toString(), "--grace-seconds", "0");
        ready(process);
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(data.resolve(".kafka_cleanshutdown")).exists();
    }

    @Test
    void clientsAreToldToComeBackToWhatTheyKnowItAs() throws Exception {
        int inside = LoopbackPorts.free();
        int outside = LoopbackPorts.free();
        start(
                "--data",
                data.toString(),
                "--listener",
                inside + "=localhost:" + inside,
                "--listener",
                outside + "=127.0.0.2:" + outside);
        Records there = new Records("127.0.0.1:" + outside);
        there.createTopic();
        there.write("from outside");

        assertThat(new Records("127.0.0.1:" + inside).read(1)).containsExactly("from outside");
        assertThat(advertisedHost("127.0.0.1:" + inside)).isEqualTo("localhost");
        assertThat(advertisedHost("127.0.0.1:" + outside)).isEqualTo("127.0.0.2");
    }

    private static String advertisedHost(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeCluster().nodes().get().iterator().next().host();
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws Exception {
        Process process = start("--prot", "1");
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalBrokerMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    // The next line, for the caller to check: null when the process ended without it.
    private static String ready(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        assertThat(line).startsWith("ready 127.0.0.1:");
        return line.substring("ready ".length());
    }
}
