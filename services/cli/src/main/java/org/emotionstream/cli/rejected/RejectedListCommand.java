package org.emotionstream.cli.rejected;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.Since;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rejected list}. */
@Command(
        name = "list",
        description = "List the rejected pictures that images.rejected still keeps, oldest first, one line for each "
                + "raw record.",
        footer = {"", ExitCodes.HELP})
public final class RejectedListCommand implements Callable<Integer> {
    @Option(names = "--reason", paramLabel = "REASON", description = "Only with this reason, such as not-a-picture.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DURATION|INSTANT",
            description = "Only what was rejected since then, for example 2h or 2026-11-23T06:00:00Z.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Only what has this source in its header source or ce_source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a record.")
    private boolean json;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        Optional<Instant> time = since.map(text -> Since.parse("--since", text, Instant.now()));
        return broker.run(clients -> run(clients, time));
    }

    private int run(ChainClients clients, Optional<Instant> time) {
        Console console = Console.ofProcess();
        List<RejectedRecord> records = new RejectedTopic(clients, console::progress)
                .read(
                        time,
                        record -> reason.map(record.reason()::equals).orElse(true)
                                && source.map(name -> record.source().equals(Optional.of(name)))
                                        .orElse(true));
        if (json) {
            records.forEach(record -> console.result(RejectedText.json(record)));
            console.say(RejectedText.summary(records));
            return ExitCodes.OK;
        }
        console.result(RejectedText.header());
        records.forEach(record -> console.result(RejectedText.row(record)));
        console.result(RejectedText.summary(records));
        return ExitCodes.OK;
    }
}
