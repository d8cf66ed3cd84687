package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.localbroker.LoopbackPorts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChoiceTest {
    private static final String BROKER = ChainProcesses.BROKER;
    private static final String OURSELVES = "process " + ProcessHandle.current().pid() + " (java ";

    @TempDir
    private Path folder;

    private RunFiles files;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void makeFiles() {
        files = new RunFiles(folder);
    }

    @Test
    void theFirstTimeTheBrokerTakesThePortThatClientsLookAtFirst() throws IOException {
        if (LoopbackPorts.isFree(PortChoice.BROKER_PORT)) {
            choose(Optional.empty());
            assertThat(files.ports().of(BROKER)).isEqualTo(9092);
            assertThat(said).isEmpty();
        }
    }

    @Test
    void theFirstTimeATakenPortGivesAFreeOneAndSaysWhoHasIt() throws IOException {
        try (Closing taken = new Closing(PortChoice.BROKER_PORT)) {
            choose(Optional.empty());

            int port = files.ports().of(BROKER);
            assertThat(port).isNotEqualTo(9092);
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("port 9092 is taken by ")
                    .contains("127.0.0.1:" + port);
        }
    }

    @Test
    void laterTimesKeepEveryPort() {
        choose(Optional.of(LoopbackPorts.free()));
        ChainPorts first = files.ports();
        choose(Optional.empty());

        assertThat(files.ports()).isEqualTo(first);
        assertThat(first.byProcess()).containsOnlyKeys(ChainProcesses.names()).doesNotContainValue(9092);
        assertThat(said).isEmpty();
    }

    @Test
    void refusesARecordedPortOfTheBrokerThatIsTakenAndNamesWhoHasIt() throws IOException {
        choose(Optional.of(LoopbackPorts.free()));
        ChainPorts first = files.ports();
        try (ServerSocket taken = listen(first.of(BROKER))) {
            assertRefused(Optional.empty(), taken.getLocalPort());
        }
        choose(Optional.empty());
        assertThat(files.ports()).isEqualTo(first);
    }

    @Test
    void refusesAGivenPortThatIsTaken() throws IOException {
        try (ServerSocket taken = listen(0)) {
            assertRefused(Optional.of(taken.getLocalPort()), taken.getLocalPort());
        }
    }

    @Test
    void changesOnlyThePortsOfServicesThatAreTakenAndSaysWhich() throws IOException {
        choose(Optional.of(LoopbackPorts.free()));
        ChainPorts first = files.ports();
        try (ServerSocket taken = listen(first.of("combiner"))) {
            choose(Optional.empty());

            ChainPorts now = files.ports();
            assertThat(now.of("combiner")).isNotEqualTo(first.of("combiner"));
            assertThat(now).isEqualTo(first.with("combiner", now.of("combiner")));
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("port " + taken.getLocalPort() + " is taken by " + OURSELVES)
                    .endsWith("so combiner answers health and metrics on " + now.of("combiner"));
        }
    }

    @Test
    void aBrokerOfOnesOwnNeedsNoPortAndTheRecordedOneIsKept() throws IOException {
        int port = LoopbackPorts.free();
        choose(Optional.of(port));
        try (ServerSocket taken = listen(port)) {
            choice().choose(false, Optional.empty());
        }
        assertThat(files.ports().of(BROKER)).isEqualTo(port);
    }

    @Test
    void aProcessThatScaleAddsKeepsItsPort() {
        choose(Optional.of(LoopbackPorts.free()));
        int port = choice().another("featurizer.2");
        choose(Optional.empty());

        assertThat(choice().another("featurizer.2")).isEqualTo(port);
        assertThat(files.ports().of("featurizer.2")).isEqualTo(port);
    }

    private void assertRefused(Optional<Integer> given, int port) {
        assertThatThrownBy(() -> choose(given))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("port " + port + " of 127.0.0.1, ")
                .hasMessageContaining(" is taken by " + OURSELVES)
                .hasMessageContaining("./emotionstream up --port PORT")
                .extracting(e -> ((CommandException) e).exitCode())
                .isEqualTo(ExitCodes.MACHINE);
    }

    private void choose(Optional<Integer> given) {
        choice().choose(true, given);
    }

    private PortChoice choice() {
        return new PortChoice(files, said::add);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return socket;
    }

    /** Listens on a port, unless somebody else does so already. */
    private static final class Closing implements AutoCloseable {
        private final Optional<ServerSocket> socket;

        Closing(int port) throws IOException {
            socket = LoopbackPorts.isFree(port) ? Optional.of(listen(port)) : Optional.empty();
        }

        @Override
        public void close() throws IOException {
            if (socket.isPresent()) {
                socket.get().close();
            }
        }
    }
}
