package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.cli.records.ChainOnBroker;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands whose broker goes away while they run, and topics that nobody has made. */
class BrokerGoneIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.own();

    private final PrintStream usualErrors = System.err;
    private final PrintStream usualOut = System.out;

    @AfterEach
    void streamsAsBefore() {
        System.setErr(usualErrors);
        System.setOut(usualOut);
    }

    @Test
    void watchSaysOnceThatTheBrokerIsGoneAndOnceThatItIsBack() throws Exception {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChainOnBroker chain = new ChainOnBroker(broker);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        Thread watching = new Thread(() -> Main.run(
                new String[] {
                    "watch",
                    "--json",
                    "--limit",
                    "1",
                    "--bootstrap",
                    broker.bootstrapServers(),
                    "--topic-prefix",
                    broker.topics().prefix()
                },
                Console.ofProcess()));
        watching.start();
        await(errors, "following ");

        broker.stop();
        await(errors, "the broker at " + broker.bootstrapServers() + " is gone: connection refused; waiting for it");
        broker.start();
        await(errors, "the broker is back");
        chain.write(chain.topics().emotionsFinal(), "a", Messages.emotions("a", List.of()));
        watching.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(watching.isAlive()).isFalse();
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{").hasLineCount(1);
    }

    @Test
    void aTopicThatIsMissingIsNamedWithTheCommandThatMakesIt() {
        for (String command : List.of("watch", "audit", "rejected list", "erase --source s", "send pom.xml")) {
            Instant begun = Instant.now();
            CommandRun run = CommandRun.of((command + " --bootstrap " + broker.bootstrapServers()).split(" "));

            assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCodes.SERVICE);
            assertThat(run.errors())
                    .containsPattern(
                            "the broker at " + broker.bootstrapServers() + " has no topic (images|emotions)\\.")
                    .contains("make the topics of the chain with ./emotionstream topics");
            assertThat(run.output()).isEmpty();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static void await(ByteArrayOutputStream said, String text) {
        Awaitility.await().untilAsserted(() -> assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(text));
    }
}
