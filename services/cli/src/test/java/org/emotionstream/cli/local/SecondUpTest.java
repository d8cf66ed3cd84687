package org.emotionstream.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.Main;
import org.emotionstream.cli.chain.ProcessIdentity;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} where another one has started a chain, or is starting one. This JVM plays the supervisor. */
class SecondUpTest {
    private static final ProcessIdentity OURSELVES =
            ProcessIdentity.of(ProcessHandle.current().pid());

    @TempDir
    Path folder;

    private String root;
    private RunFiles files;
    private Path ready;

    @BeforeEach
    void anEmptyCheckout() {
        root = System.getProperty(Checkout.ROOT_PROPERTY);
        System.setProperty(Checkout.ROOT_PROPERTY, folder.toString());
        System.setProperty(Checkout.LOCAL_PROPERTY, folder.toString());
        files = new RunFiles(Checkout.current().run());
        ready = SupervisorProcess.readyFile(Checkout.current());
    }

    @AfterEach
    void theCheckoutAsBefore() {
        System.setProperty(Checkout.ROOT_PROPERTY, root);
        System.clearProperty(Checkout.LOCAL_PROPERTY);
    }

    @Test
    void waitsWithTheFirstUntilTheChainIsReady() throws Exception {
        files.write(chain());
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try (RunLock first = RunLock.tryOf(Checkout.current().run(), RunLock.UP).orElseThrow()) {
            CompletableFuture<Integer> second =
                    CompletableFuture.supplyAsync(() -> Main.run(new String[] {"up"}, Console.ofProcess()));
            Instant end = Instant.now().plusSeconds(30);
            while (!errors.toString(StandardCharsets.UTF_8).contains("waiting until it is ready")) {
                assertThat(Instant.now()).isBefore(end);
                Thread.onSpinWait();
            }
            assertThat(second).isNotDone();

            Files.writeString(ready, "");

            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCodes.OK);
            assertThat(errors.toString(StandardCharsets.UTF_8)).contains("already running");
        } finally {
            System.setErr(usual);
        }
    }

    @Test
    void refusesOtherOptionsThanThoseOfTheChainThatRuns() throws Exception {
        files.write(chain());
        Files.writeString(ready, "");

        CommandRun other = CommandRun.of("up", "--smallest-face", "40", "--topic-prefix", "zz.");

        assertThat(other.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(other.errors())
                .contains(
                        "--topic-prefix zz., but the running chain has none",
                        "--smallest-face 40, but the running chain has 80")
                .contains("./emotionstream down stops it");
        assertThat(other.output()).isEmpty();
        assertThat(CommandRun.of("up", "--smallest-face", "80").exitCode()).isEqualTo(ExitCodes.OK);
    }

    private RunningChain chain() {
        RunningChain.Member broker =
                new RunningChain.Member("broker", OURSELVES, 29_092, 0, folder.resolve("broker.log"), null);
        return new RunningChain(OURSELVES, "127.0.0.1:29092", true, "", "", List.of(broker), 80);
    }
}
