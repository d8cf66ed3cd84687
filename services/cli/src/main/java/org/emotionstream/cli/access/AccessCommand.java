package org.emotionstream.cli.access;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.access.AccessAdministrator;
import org.emotionstream.events.access.AccessRules;
import org.emotionstream.events.configuration.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code access}: who may do what on the brokers. */
@Command(
        name = "access",
        description = "Print the rights and quotas of every user of the chain, one a line; or apply them to the "
                + "brokers, which takes every other right away from these users. To apply them needs a user that "
                + "may alter the cluster: docs/guides/access.md.",
        subcommands = AccessPasswordCommand.class,
        footer = {"", ExitCodes.HELP})
public final class AccessCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    /** What to do with the rights. */
    enum Action {
        PRINT,
        APPLY
    }

    @Parameters(
            paramLabel = "print|apply",
            arity = "0..1",
            description = "Print them (default), or make the brokers enforce them.")
    private Action action = Action.PRINT;

    @Option(
            names = "--user",
            paramLabel = "USER=ROLE",
            description = "Only this user, with the rights of this role, for example gate-3=camera; may be repeated "
                    + "(default: a user for each role, of the same name).")
    private Map<String, String> users = new LinkedHashMap<>();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The file of rights (default: deploy/access/access.json).")
    private Optional<Path> rules = Optional.empty();

    @Override
    public Integer call() {
        try {
            Path file = rules.orElseGet(() -> Checkout.current().root().resolve("deploy/access/access.json"));
            AccessRules read = AccessRules.read(file, broker.topics());
            if (users.isEmpty()) {
                read.roles().forEach(role -> users.put(role, role));
            }
            if (action == Action.APPLY) {
                return broker.run(clients -> apply(read, clients));
            }
            users.forEach((user, role) -> print(read, user, role));
            return ExitCodes.OK;
        } catch (ConfigurationException e) {
            throw new CommandException(ExitCodes.USAGE, e.getMessage(), e);
        }
    }

    private int apply(AccessRules read, ChainClients clients) {
        Console console = Console.ofProcess();
        try (Admin admin = clients.patientAdmin()) {
            AccessAdministrator administrator = new AccessAdministrator(admin, read);
            users.forEach((user, role) -> {
                AccessAdministrator.Applied applied = administrator.apply(user, role);
                console.row("%-22s %-22s %3d added, %3d removed", user, role, applied.added(), applied.removed());
            });
        }
        return ExitCodes.OK;
    }

    private static void print(AccessRules read, String user, String role) {
        Console console = Console.ofProcess();
        for (AclBinding binding : read.bindings(user, role)) {
            console.row(
                    "%-22s %-16s %-16s %-8s %s",
                    user,
                    binding.entry().operation(),
                    binding.pattern().resourceType(),
                    binding.pattern().patternType(),
                    binding.pattern().name());
        }
        read.quota(user, role).ifPresent(quota -> quota.ops()
                .forEach(limit -> console.row("%-22s %-16s %s", user, limit.key(), limit.value())));
    }
}
