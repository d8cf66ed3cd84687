package org.emotionstream.endtoend.faults.count;

import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.endtoend.faults.processes.Command;
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
        return Command.failure(Command.java(
                checkout,
                System.getProperty("java.io.tmpdir"),
                "-D" + Checkout.ROOT_PROPERTY + "=" + checkout.root(),
                "org.emotionstream.cli.Main",
                "audit",
                "--bootstrap",
                bootstrapServers,
                "--topic-prefix",
                topics.prefix(),
                "--limit",
                "3"));
    }
}
