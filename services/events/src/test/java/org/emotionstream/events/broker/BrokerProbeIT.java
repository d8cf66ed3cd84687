package org.emotionstream.events.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.events.broker.BrokerProblem.Kind;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.BrokerSecurity;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.localbroker.BrokerListener;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.localbroker.LoopbackPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that answer, and do not let everybody in. */
class BrokerProbeIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithABrokerAndNamesTheTopicsThatItLacks() {
        String there = broker.prepare(1).imagesRaw();

        BrokerProbe.Finding finding =
                probe(broker.bootstrapServers(), Optional.empty()).probe(List.of(there, "not-there"));

        assertThat(finding.problem()).isEmpty();
        assertThat(finding.missingTopics()).containsExactly("not-there");
        assertThat(probe(broker.bootstrapServers(), Optional.empty()).gone()).isEmpty();
    }

    @Test
    void isContentWithOneGoodAddressOfSeveral() throws IOException {
        String several = "no-such-host.invalid:9092," + broker.bootstrapServers() + "," + closedPort();

        assertThat(probe(several, Optional.empty()).problem()).isEmpty();
    }

    @Test
    void tellsAClientWithTlsThatTheBrokerHasNone() throws IOException {
        Path file = Files.writeString(folder.resolve("client"), "security.protocol=SSL\n");

        BrokerProblem problem =
                probe(broker.bootstrapServers(), Optional.of(file)).problem().orElseThrow();

        assertThat(problem.kind()).isEqualTo(Kind.TLS);
        assertThat(problem.sentence()).contains(broker.bootstrapServers(), "answers without TLS", "security.protocol");
    }

    @Test
    void namesTheAddressThatABrokerSendsItsClientsToAndThatIsNotReached() throws IOException {
        int port = LoopbackPorts.free();
        String nowhere = closedPort();
        try (LocalBroker own = LocalBroker.in(folder.resolve("data"), List.of(new BrokerListener(port, nowhere)))
                .start()) {
            BrokerProblem problem =
                    probe("127.0.0.1:" + port, Optional.empty()).problem().orElseThrow();

            assertThat(problem.kind()).isEqualTo(Kind.ADVERTISED);
            assertThat(problem.sentence())
                    .contains("127.0.0.1:" + port, "sends clients to " + nowhere + ": connection refused")
                    .contains("advertised.listeners");
        }
    }

    @Test
    void tellsWhatABrokerWithTlsAndUsersWants() throws IOException {
        BrokerSecurity security = BrokerSecurity.in(folder);
        try (LocalBroker secured = security.broker().start()) {
            String address = secured.bootstrapServers();
            Path wrong = security.clientFile("nobody", "wrong-password");
            Path distrustful = Files.writeString(folder.resolve("distrustful"), "security.protocol=SSL\n");

            assertThat(probe(address, Optional.of(security.adminFile())).problem())
                    .isEmpty();
            assertThat(problem(address, Optional.empty()))
                    .isEqualTo(address + " answers, but not as a Kafka broker without TLS: name a file with"
                            + " security.protocol=SSL or SASL_SSL with --client-config");
            assertThat(problem(address, Optional.of(wrong)))
                    .contains("the broker at " + address + " refuses the user", "check user and password");
            assertThat(problem(address, Optional.of(distrustful)))
                    .contains("TLS with the broker at " + address + " fails", "PKIX", "check the certificates");
        }
    }

    private static String problem(String bootstrapServers, Optional<Path> clientConfig) {
        return probe(bootstrapServers, clientConfig).problem().orElseThrow().sentence();
    }

    private static BrokerProbe probe(String bootstrapServers, Optional<Path> clientConfig) {
        Map<String, String> settings = new HashMap<>(Map.of("emotionstream.bootstrap-servers", bootstrapServers));
        clientConfig.ifPresent(file -> settings.put("emotionstream.client-config", file.toString()));
        return new BrokerProbe(Settings.readChain(settings));
    }

    private static String closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + server.getLocalPort();
        }
    }
}
