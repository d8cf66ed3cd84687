package org.emotionstream.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.terminal.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private static final ProcessIdentity OURSELVES =
            ProcessIdentity.of(ProcessHandle.current().pid());

    @TempDir
    Path folder;

    @Test
    void aChainIsRememberedWhileItsSupervisorLives() {
        RunFiles files = new RunFiles(folder.resolve("run"));
        RunningChain chain = chain(OURSELVES);

        files.write(chain);

        assertThat(files.running()).contains(chain);
        assertThat(files.requireRunning()).isEqualTo(chain);
        files.clear();
        assertThat(files.last()).isEmpty();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsAnother() {
        RunFiles files = new RunFiles(folder);
        files.write(chain(new ProcessIdentity(OURSELVES.pid(), OURSELVES.startedAtMillis() - 1)));

        assertThat(files.last()).isPresent();
        assertThat(files.running()).isEmpty();
        assertThatThrownBy(files::requireRunning)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("./emotionstream up");
    }

    @Test
    void portsAreKeptAlsoWhenTheChainIsForgotten() {
        RunFiles files = new RunFiles(folder);
        assertThat(files.ports().byProcess()).isEmpty();
        ChainPorts ports = ChainPorts.free().with("featurizer.2", 20_002);
        files.record(ports);
        files.clear();

        assertThat(files.ports()).isEqualTo(ports);
    }

    private RunningChain chain(ProcessIdentity supervisor) {
        return new RunningChain(
                supervisor,
                "127.0.0.1:29092",
                true,
                "staging.",
                "",
                List.of(new RunningChain.Member("broker", supervisor, 29092, 1, folder.resolve("broker.log"), null)),
                null);
    }
}
