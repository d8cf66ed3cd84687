package org.emotionstream.cli.answers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watch}: follows {@code emotions.final}. */
@Command(
        name = "watch",
        description = "Follow emotions.final (read-committed) and print each face, until interrupted.",
        footer = {"", ExitCodes.HELP})
public final class WatchCommand implements Callable<Integer> {
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    @Option(names = "--json", description = "Print one JSON object an image.")
    private boolean json;

    @Option(
            names = "--from-beginning",
            description = "Begin with the oldest answer that is kept (default: only new answers).")
    private boolean fromBeginning;

    @Option(names = "--limit", paramLabel = "N", description = "End after N images.")
    private Optional<Integer> limit = Optional.empty();

    @Mixin
    private BrokerOptions broker;

    private int seen;
    private boolean brokerIsGone;

    @Override
    public Integer call() {
        Console console = Console.ofProcess();
        int wanted = limit.orElse(Integer.MAX_VALUE);
        CommandException.check(wanted >= 1, "--limit: expected 1 or more, found " + wanted);
        AnswerReader.From from = fromBeginning ? AnswerReader.From.BEGINNING : AnswerReader.From.NOW;
        try (ChainClients clients = broker.clients(topics -> List.of(topics.emotionsFinal()));
                AnswerReader reader =
                        new AnswerReader(clients, List.of(clients.topics().emotionsFinal()), from)) {
            console.say("following " + clients.topics().emotionsFinal() + " at "
                    + clients.configuration().bootstrapServers() + "; Ctrl-C ends");
            if (!json) {
                console.result(AnswerTable.header());
            }
            while (seen < wanted) {
                reader.poll(A_MOMENT, answer -> {
                    if (seen < wanted) {
                        print(answer, console);
                    }
                });
                sayWhetherTheBrokerIsGone(reader.brokerGone(), console);
            }
        }
        return ExitCodes.OK;
    }

    /** Once when it goes and once when it is back, however long it is away. */
    private void sayWhetherTheBrokerIsGone(Optional<String> gone, Console console) {
        if (gone.isPresent() && !brokerIsGone) {
            console.say(gone.get() + "; waiting for it");
        } else if (gone.isEmpty() && brokerIsGone) {
            console.say("the broker is back");
        }
        brokerIsGone = gone.isPresent();
    }

    private void print(PictureAnswer answer, Console console) {
        seen++;
        if (json) {
            console.result(AnswerJson.of(answer, Optional.empty()));
        } else {
            AnswerTable.lines(answer, name(answer)).forEach(console::result);
        }
    }

    /** What people sent it as, where that is known. */
    private static String name(PictureAnswer answer) {
        return answer instanceof PictureAnswer.Final whole
                ? Optional.ofNullable(whole.emotions().getSourceId()).orElse(answer.imageId())
                : answer.imageId();
    }
}
