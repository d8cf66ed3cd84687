package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

class DebuggerTest {
    @Test
    void takesAFreePortWhereNoneIsNamed() {
        Debugger debugger = Debugger.parse("cnn-worker-model-2");

        assertThat(debugger.service()).isEqualTo("cnn-worker-model-2");
        assertThat(debugger.port()).isPositive();
        assertThat(Debugger.parse(debugger.toString())).isEqualTo(debugger);
    }

    @Test
    void refusesAnUnknownServiceAndNamesTheServices() {
        assertThatThrownBy(() -> Debugger.parse("landmark"))
                .isInstanceOfSatisfying(CommandException.class, exception -> assertThat(exception.exitCode())
                        .isEqualTo(ExitCodes.USAGE))
                .hasMessage("--debug: expected one of landmarker, featurizer, cnn-worker-model-1, cnn-worker-model-2, "
                        + "cnn-worker-model-3, cnn-worker-model-4, combiner, found \"landmark\"");
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String text : List.of("combiner:", "combiner:0", "combiner:65536", "combiner:x")) {
            assertThatThrownBy(() -> Debugger.parse(text))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("expected a port from 1 to 65535 after the colon");
        }
    }

    @Test
    void onlyTheFirstInstanceOfTheServiceListens() {
        ChainProcesses processes = processes(new Debugger("featurizer", 5005));

        assertThat(processes.services().stream().filter(DebuggerTest::listens).map(ProcessPlan::name))
                .containsExactly("featurizer");
        assertThat(processes.service("featurizer").command())
                .contains("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005");
        assertThat(listens(processes.another("featurizer", 2))).isFalse();
    }

    private static boolean listens(ProcessPlan plan) {
        return plan.command().stream().anyMatch(word -> word.startsWith("-agentlib:jdwp"));
    }

    private static ChainProcesses processes(Debugger debugger) {
        Path root = Path.of("/checkout");
        Path local = root.resolve(".emotionstream");
        ChainSettings settings = new ChainSettings(
                Optional.of("kafka.example:9092"), new Topics(""), 80, Optional.empty(), Optional.of(debugger));
        return new ChainProcesses(new Checkout(root, local), ChainFolders.in(local), ChainPorts.free(), settings);
    }
}
