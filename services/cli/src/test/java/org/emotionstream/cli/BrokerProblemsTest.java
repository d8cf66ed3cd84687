package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.testing.FakeServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command that talks to a broker, at an address where there is none. */
class BrokerProblemsTest {
    private static final Duration PROMISED = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void aPicture() throws IOException {
        picture = Files.write(folder.resolve("a.jpg"), new byte[] {1});
        Files.writeString(folder.resolve("password"), "secret\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send PICTURE",
                "watch",
                "watch --json",
                "audit",
                "audit --json",
                "rejected list",
                "rejected list --json",
                "rejected show id",
                "rejected replay",
                "erase --source s",
                "topics",
                "access apply",
                "access password gate --password-file PASSWORD",
                "repartition --into g2.",
                "shadow report --json"
            })
    void namesAddressAndCauseWithin5SecondsOnStandardErrorAlone(String command) throws IOException {
        String closed = closedPort();
        assertEnds(command, closed, ExitCodes.SERVICE, "no Kafka broker answers at " + closed + ": connection refused");
        assertEnds(
                command,
                "no-such-host.invalid:9092",
                ExitCodes.SERVICE,
                "no Kafka broker answers at no-such-host.invalid:9092: unknown host no-such-host.invalid");
        assertEnds(
                command,
                "localhost",
                ExitCodes.USAGE,
                "--bootstrap: \"localhost\" is no Kafka address: expected HOST:PORT, found no port");
        // The length of an answer of two gigabytes.
        try (FakeServer other = FakeServer.answering(new byte[] {127, -1, -1, -1, 0, 0, 0, 0, 1, 2, 3})) {
            assertEnds(
                    command, other.address(), ExitCodes.SERVICE, other.address() + " answers, but is no Kafka broker");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:99999", "http://localhost:9092", "", " ", ",", "localhost:9092,"})
    void refusesWhatIsNoAddressAsAWrongCommandLine(String address) {
        for (String command : List.of("send PICTURE", "watch", "topics", "audit")) {
            assertEnds(command, address, ExitCodes.USAGE, "--bootstrap: ");
        }
    }

    private void assertEnds(String command, String address, int exitCode, String said) {
        Instant begun = Instant.now();
        CommandRun run = CommandRun.of(words(command, address));

        assertThat(run.exitCode()).as(run.errors()).isEqualTo(exitCode);
        assertThat(run.errors()).contains("emotionstream: ").contains(said);
        assertThat(run.errors().lines()).as("lines").hasSize(1);
        assertThat(run.output()).as("standard output").isEmpty();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(PROMISED);
    }

    private String[] words(String command, String address) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(
                    switch (word) {
                        case "PICTURE" -> picture.toString();
                        case "PASSWORD" -> folder.resolve("password").toString();
                        default -> word;
                    });
        }
        words.addAll(List.of("--bootstrap", address));
        return words.toArray(String[]::new);
    }

    private static String closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + server.getLocalPort();
        }
    }
}
