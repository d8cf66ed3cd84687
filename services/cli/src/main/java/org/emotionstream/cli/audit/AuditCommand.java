package org.emotionstream.cli.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.Since;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: whether every picture is accounted for, once. */
@Command(
        name = "audit",
        description = "Check, independently of the services, that every picture is accounted for once: raw records "
                + "taken = complete + partial + amended + rejected + expired + open + duplicates + replays. Then "
                + "print a line for each picture that is missing, doubled or open too long, with where it was last "
                + "seen. Pictures that the topics no longer keep are not judged; the output says which.",
        footer = {
            "",
            "Memory: about 55 bytes a picture, 18 million pictures a GB; EMOTIONSTREAM_AUDIT_MEMORY (default 2g) "
                    + "gives more, --since needs less.",
            "Exit code 0 when it balances, 1 when pictures are missing, doubled or open too long.",
            ExitCodes.HELP
        })
public final class AuditCommand implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "DURATION|INSTANT",
            description = "Judge only what entered since then, for example 2h, P1D, 2026-11-23T06:00:00Z (default: "
                    + "all that the topics keep).")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--open-longer-than",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            description = "Report pictures that are open for longer (default: ${DEFAULT-VALUE}).")
    private String openLongerThan;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "List at most N findings one by one; all are counted (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object, see docs/guides/audit.md.")
    private boolean json;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        CommandException.check(limit >= 0, "--limit: expected 0 or more, found " + limit);
        Instant now = Instant.now();
        AuditQuestion question = new AuditQuestion(
                since.map(text -> Since.parse("--since", text, now)),
                Since.duration("--open-longer-than", openLongerThan),
                limit,
                now);
        return broker.run(clients -> run(clients, question));
    }

    private int run(ChainClients clients, AuditQuestion question) {
        Console console = Console.ofProcess();
        AuditReport report = report(clients, question, console);
        if (json) {
            console.result(AuditJson.of(report));
        } else {
            AuditText.lines(report).forEach(console::result);
        }
        return report.balances() ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private static AuditReport report(ChainClients clients, AuditQuestion question, Console console) {
        try (Audit audit = new Audit(clients, question, console::progress)) {
            return audit.run();
        } catch (OutOfMemoryError e) {
            throw new CommandException(
                    ExitCodes.MACHINE,
                    "the pictures do not fit into memory: limit them with --since, or set "
                            + "EMOTIONSTREAM_AUDIT_MEMORY, for example to 8g",
                    e);
        }
    }
}
