package org.emotionstream.endtoend.faults.count;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.events.configuration.Topics;

/**
 * The command {@code audit}, as a user runs it: does the ledger balance?
 *
 * @param checkout whose build it is
 * @param bootstrapServers of the brokers
 * @param topics of the chain
 */
public record AuditProcess(Checkout checkout, String bootstrapServers, Topics topics) {
    /** What it complains of; empty when everything balances. */
    public Optional<String> complaint() throws InterruptedException {
        Path cli = checkout.built("cli");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-D" + Checkout.ROOT_PROPERTY + "=" + checkout.root(),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        cli.resolve("cli.jar") + File.pathSeparator + cli.resolve("lib") + "/*",
                        "org.emotionstream.cli.Main",
                        "audit",
                        "--bootstrap",
                        bootstrapServers,
                        "--topic-prefix",
                        topics.prefix(),
                        "--limit",
                        "3"))
                .redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            return exitCode == 0
                    ? Optional.empty()
                    : Optional.of("audit ended with exit code " + exitCode + ": " + printed.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the command audit", e);
        }
    }
}
