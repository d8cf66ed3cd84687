package org.emotionstream.cli.shadow;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.Since;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.Json;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shadow report}: how often and where the shadow disagrees with what serves. */
@Command(
        name = "report",
        description = "Compare the answers of the shadow with those that were served, picture by picture and face by "
                + "face.",
        footer = {
            "",
            "./emotionstream shadow start makes the topics of the shadow.",
            "Exit code 1 when there is no image that both have answered.",
            ExitCodes.HELP
        })
public final class ShadowReportCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only pictures that entered since then: a time such as 2026-11-23T04:00:00Z, or so long "
                    + "ago, such as PT2H (default: all that both topics still have).")
    private Optional<String> since = Optional.empty();

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        Console console = Console.ofProcess();
        Instant from =
                since.map(text -> Since.parse("--since", text, Instant.now())).orElse(Instant.EPOCH);
        ShadowComparison comparison = new ShadowComparison();
        try (ChainClients clients = broker.clients()) {
            FinalTopic answers = new FinalTopic(clients, from, console::progress);
            Topics serving = clients.topics();
            answers.read(new Topics(serving.prefix() + ShadowCommand.PREFIX), comparison::shadow);
            answers.read(serving, comparison::serving);
        }
        ShadowReport report = comparison.report();
        if (json) {
            console.result(Json.line(report));
        } else {
            ShadowReportText.lines(report).forEach(console::result);
        }
        return report.images() > 0 ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }
}
