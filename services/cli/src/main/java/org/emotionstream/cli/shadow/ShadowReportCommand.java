package org.emotionstream.cli.shadow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.Since;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.Json;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;
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
        Instant from =
                since.map(text -> Since.parse("--since", text, Instant.now())).orElse(Instant.EPOCH);
        return broker.run(clients -> run(clients, from));
    }

    private int run(ChainClients clients, Instant from) {
        Console console = Console.ofProcess();
        ShadowComparison comparison = new ShadowComparison();
        Topics serving = clients.topics();
        try (CommittedReader<byte[]> reader = clients.reader(console::progress)) {
            Topics shadow = new Topics(serving.prefix() + ShadowCommand.PREFIX);
            read(clients, reader, shadow.emotionsFinal(), from, comparison::shadow);
            read(clients, reader, serving.emotionsFinal(), from, comparison::serving);
        }
        ShadowReport report = comparison.report();
        if (json) {
            console.result(Json.line(report));
        } else {
            ShadowReportText.lines(report).forEach(console::result);
        }
        return report.images() > 0 ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    /** Reads the answers on this topic up to its end of this moment, whose pictures entered at this time or later. */
    private static void read(
            ChainClients clients,
            CommittedReader<byte[]> reader,
            String topic,
            Instant since,
            Consumer<ImageEmotions> listener) {
        AvroMessages<ImageEmotions> messages = clients.messages(ImageEmotions.class, topic);
        reader.read(reader.since(topic, since), reader.ends(List.of(topic)), record -> {
            ImageEmotions answer = messages.read(record.value());
            if (!answer.getEnteredAt().isBefore(since)) {
                listener.accept(answer);
            }
        });
    }
}
