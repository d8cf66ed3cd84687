package org.emotionstream.events.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.emotionstream.events.broker.BrokerProblem.Kind;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.FakeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerProbeTest {
    private static final Duration PROMISED = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    @Test
    void namesTheAddressAndTheCauseOfAClosedPort() throws IOException {
        String address = closedPort();

        BrokerProblem problem = problem(address);

        assertThat(problem)
                .isEqualTo(new BrokerProblem(
                        Kind.UNREACHABLE,
                        "no Kafka broker answers at " + address + ": connection refused",
                        "connection refused"));
    }

    @Test
    void namesAHostThatIsNotKnown() {
        BrokerProblem problem = problem("no-such-host.invalid:9092");

        assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_HOST);
        assertThat(problem.sentence()).contains("no-such-host.invalid:9092: unknown host no-such-host.invalid");
    }

    @Test
    void tellsAnHttpServerThatAnswersAtOnce() throws IOException {
        try (FakeServer server =
                FakeServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(problem(server.address()).sentence())
                    .isEqualTo(server.address() + " answers, but is no Kafka broker: it speaks HTTP");
        }
    }

    @Test
    void tellsAnHttpServerThatWaitsForAWholeLine() throws IOException {
        try (FakeServer server = FakeServer.http()) {
            assertThat(problem(server.address()).sentence()).endsWith("is no Kafka broker: it speaks HTTP");
        }
    }

    @Test
    void tellsTls() throws Exception {
        try (FakeServer server = FakeServer.tls(certificate(), PASSWORD)) {
            BrokerProblem problem = problem(server.address());

            assertThat(problem.kind()).isEqualTo(Kind.TLS);
            assertThat(problem.sentence())
                    .contains(server.address(), "not as a Kafka broker without TLS", "--client-config");
        }
    }

    @ParameterizedTest
    @MethodSource("answersOfOthers")
    void showsHowTheAnswerOfSomethingElseBegins(byte[] answer) throws IOException {
        try (FakeServer server = FakeServer.answering(answer)) {
            BrokerProblem problem = problem(server.address());

            assertThat(problem.kind()).isEqualTo(Kind.NOT_KAFKA);
            assertThat(problem.sentence()).contains(server.address(), "is no Kafka broker: its answer begins with ");
        }
    }

    static java.util.stream.Stream<byte[]> answersOfOthers() {
        byte[] random = new byte[4096];
        new Random(1).nextBytes(random);
        // Read as a length: two gigabytes; and a length that is right, of an answer to somebody else.
        return java.util.stream.Stream.of(
                random,
                new byte[] {127, -1, -1, -1, 0, 0, 0, 0},
                new byte[] {0, 0, 0, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                "SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {7});
    }

    @Test
    void tellsOneThatSaysNothing() throws IOException {
        try (FakeServer server = FakeServer.silent()) {
            assertThat(problem(server.address()).sentence())
                    .contains(server.address(), "takes a connection and gives no answer in 3 s");
        }
    }

    @Test
    void tellsOneThatClosesTheConnection() throws IOException {
        try (FakeServer server = FakeServer.of(Socket::close)) {
            assertThat(problem(server.address()).sentence())
                    .contains(server.address(), "takes a connection and closes it without an answer");
        }
    }

    @Test
    void tellsASettingOfTheClientThatIsWrong() throws IOException {
        // A broker that answers to the first request of every client.
        try (FakeServer server = FakeServer.of(BrokerProbeTest::answerTheFirstRequest)) {
            Path file = Files.writeString(
                    folder.resolve("client"), "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n");

            BrokerProblem problem = problem(server.address(), file);

            assertThat(problem.kind()).isEqualTo(Kind.SETTING);
            assertThat(problem.sentence()).contains("a setting of the clients is wrong", "JAAS");
        }
    }

    @Test
    void tellsTheProblemOfEachAddressWhenNoneIsGood() throws IOException {
        String closed = closedPort();
        try (FakeServer http = FakeServer.http()) {
            assertThat(problem(closed + "," + http.address()).sentence())
                    .contains(closed + ": connection refused", http.address() + " answers, but is no Kafka broker");
        }
    }

    static final char[] PASSWORD = "changeit".toCharArray();

    private KeyStore certificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return KeyStore.getInstance(keys.toFile(), PASSWORD);
    }

    private static void answerTheFirstRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] request = in.readNBytes(12);
        byte[] answer = {0, 0, 0, 10, request[8], request[9], request[10], request[11], 0, 0, 0, 0, 0, 0};
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
    }

    private static String closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + server.getLocalPort();
        }
    }

    private static BrokerProblem problem(String bootstrapServers) {
        return problem(
                () -> new BrokerProbe(Settings.readChain(Map.of("emotionstream.bootstrap-servers", bootstrapServers))));
    }

    private static BrokerProblem problem(String bootstrapServers, Path clientConfig) {
        return problem(() -> new BrokerProbe(Settings.readChain(Map.of(
                "emotionstream.bootstrap-servers",
                bootstrapServers,
                "emotionstream.client-config",
                clientConfig.toString()))));
    }

    private static BrokerProblem problem(Supplier<BrokerProbe> probe) {
        Instant begun = Instant.now();
        BrokerProblem problem = probe.get().problem().orElseThrow();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(PROMISED);
        return problem;
    }
}
