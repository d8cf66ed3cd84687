package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that end before anything is started. */
class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(utf8(said), utf8(said));
    private String root;

    @BeforeEach
    void anEmptyCheckout() {
        root = System.getProperty(Checkout.ROOT_PROPERTY);
        System.setProperty(Checkout.ROOT_PROPERTY, folder.toString());
        System.setProperty(Checkout.LOCAL_PROPERTY, folder.toString());
    }

    @AfterEach
    void theCheckoutAsBefore() {
        System.setProperty(Checkout.ROOT_PROPERTY, root);
        System.clearProperty(Checkout.LOCAL_PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "status",
                "down",
                "send",
                "watch",
                "audit",
                "rejected",
                "erase",
                "topics",
                "scale",
                "repartition",
                "plan"
            })
    void everyCommandHasHelpThatNamesTheExitCodes(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCodes.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --timeout 0",
                "demo --timeout soon",
                "demo --smallest-face 39",
                "demo no-such-file.jpg",
                "up --smallest-face 39",
                "up --topic-prefix with/slash",
                "send",
                "send no-such-file.jpg",
                "watch --limit 0 --bootstrap 127.0.0.1:1",
                "watch --no-such-option",
                "topics --partitions 0 --bootstrap 127.0.0.1:1",
                "topics --replication 0 --bootstrap 127.0.0.1:1",
                "audit --since yesterday --bootstrap 127.0.0.1:1",
                "audit --open-longer-than -2m --bootstrap 127.0.0.1:1",
                "audit --limit -1 --bootstrap 127.0.0.1:1",
                "rejected",
                "rejected show",
                "rejected list --since soon --bootstrap 127.0.0.1:1",
                "rejected replay --attempts 0 --bootstrap 127.0.0.1:1",
                "erase",
                "scale featurizer",
                "scale no-such-service 2",
                "repartition",
                "repartition --into g2. --partitions 0 --bootstrap 127.0.0.1:1",
                "repartition --into with/slash --bootstrap 127.0.0.1:1",
                "repartition --into g2. --generation g2. --bootstrap 127.0.0.1:1",
                "plan",
                "plan --rate 0 --width 640 --height 480 --faces 1",
                "plan --rate fast --width 640 --height 480 --faces 1",
                "access password featurizer --password-file no-such-file --bootstrap 127.0.0.1:1",
                "no-such-command"
            })
    void aWrongCommandLineIsToldByItsExitCode(String words) {
        assertThat(run(words.split(" "))).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void whatIsWrongIsSaidWithoutAStackTrace() {
        run("demo", "no-such-file.jpg");

        assertThat(said).asString().isEqualTo("emotionstream: there is no file or folder no-such-file.jpg\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "demo %s",
                "send %s",
                "send --id-from %s photo.jpg",
                "scale %s 2",
                "scale featurizer %s",
                "audit --since %s --bootstrap 127.0.0.1:1",
                "watch --limit %s",
                "watch --%s",
                "status %s",
                "topics --topic-prefix %s --bootstrap 127.0.0.1:1",
                "rejected %s",
                "plan --rate 1 --width 1 --height 1 --faces %s",
                "plan --rate 1 --width 1 --height 1 --faces 1 --costs %s"
            })
    void aHostileWordIsEchoedOnOneLineWithoutControlCharacters(String command) {
        String hostile = "x\u001b]0;title\u0007\u001b[31m\r\nemotionstream:\tall\u202ewell\u009b";
        Object[] words = Arrays.stream(command.split(" "))
                .map(word -> word.replace("%s", hostile))
                .toArray();

        assertThat(run(Arrays.copyOf(words, words.length, String[].class))).isEqualTo(ExitCodes.USAGE);
        assertThat(said.toString(StandardCharsets.UTF_8).lines().toList())
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("emotionstream:\t"))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "watch",
                "audit",
                "rejected list",
                "rejected replay",
                "erase --source s",
                "scale featurizer 2",
                "repartition --into g2."
            })
    void whoNeedsARunningChainSaysHowToStartOne(String command) {
        assertThat(run(command.split(" "))).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(said).asString().contains("nothing is running", "./emotionstream up");
    }

    @Test
    void downIsContentWhenNothingRuns() {
        assertThat(run("down")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void aReaderThatWentAwayEndsTheCommand() {
        PrintStream closed = new PrintStream(
                new java.io.OutputStream() {
                    @Override
                    public void write(int b) throws java.io.IOException {
                        throw new java.io.IOException("Broken pipe");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        Console console = new Console(closed, closed);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> console.result("line")))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.READER_GONE));
    }

    private int run(String... words) {
        return Main.run(words, console);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
