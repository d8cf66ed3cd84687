package org.emotionstream.cli.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.access.AccessAdministrator;
import org.emotionstream.events.access.AccessRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code access password}: what a user gives to the brokers from now on. */
@Command(
        name = "password",
        description = "Set the password (SCRAM-SHA-512) of a user, and create the user if it is missing. The brokers "
                + "refuse the old password for new connections at once; open connections stay.",
        footer = {"", ExitCodes.HELP})
public final class AccessPasswordCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Parameters(paramLabel = "USER", description = "For example landmarker.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            required = true,
            description =
                    "The first line of this file is the password, so that it is not visible in a list of processes.")
    private Path file;

    @Override
    public Integer call() {
        String password = password();
        return broker.run(clients -> set(password, clients));
    }

    private int set(String password, ChainClients clients) {
        AccessRules rules =
                AccessRules.read(Checkout.current().root().resolve("deploy/access/access.json"), broker.topics());
        try (Admin admin = clients.patientAdmin()) {
            new AccessAdministrator(admin, rules).setPassword(user, password);
        }
        Console.ofProcess().result("password of " + user + " set");
        return ExitCodes.OK;
    }

    private String password() {
        try {
            return Files.readString(file)
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> new CommandException(ExitCodes.USAGE, "--password-file: " + file + " is empty"));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCodes.USAGE, "--password-file: cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
