package org.emotionstream.cli.erase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.logging.Causes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code erase}: what is left of a source, and until when. */
@Command(
        name = "erase",
        description = "Delete a source's ledger entries of finished pictures, and report when each topic will have "
                + "dropped its records. Topics drop whole segments when their retention ends; no other source's "
                + "records are deleted earlier for it. Open pictures stay, because the combiner still writes them: "
                + "run the command again when they are finished. Stop the camera first.",
        footer = {"", ExitCodes.HELP})
public final class EraseCommand implements Callable<Integer> {
    private static final String ROW = "%-28s %10s  %-24s  %s";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            description = "The source as messages name it in the field sourceId.")
    private String source;

    @Option(names = "--dry-run", description = "Report only, and delete nothing.")
    private boolean dryRun;

    @Mixin
    private BrokerOptions broker;

    @Override
    public Integer call() {
        return broker.run(this::run);
    }

    private int run(ChainClients clients) {
        Console console = Console.ofProcess();
        SourceTraces traces = new SourceTraces(clients, source, console::progress);
        List<TopicTrace> topics = traces.read();
        String ledger = clients.topics().imagesLedger();
        if (!dryRun) {
            erase(clients, ledger, traces.finishedEntries());
        }
        console.row(ROW, "topic", "records", "the last written", "all gone by");
        topics.forEach(trace -> console.row(
                ROW,
                trace.topic(),
                trace.records(),
                trace.last().map(Instant::toString).orElse("-"),
                trace.goneBy().map(Instant::toString).orElse("-")));
        console.result(traces.finishedEntries().size() + " entries of " + ledger
                + (dryRun ? " would be erased" : " erased") + ", their bytes go at the time above or sooner");
        Optional<Instant> last =
                topics.stream().flatMap(trace -> trace.goneBy().stream()).max(Instant::compareTo);
        console.result(last.map(time -> "nothing of " + source + " is left after " + time)
                .orElse("no topic holds a record of " + source));
        return ExitCodes.OK;
    }

    private static void erase(ChainClients clients, String ledger, Map<String, Integer> entries) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<String, byte[]> producer = clients.producer(new StringSerializer())) {
            entries.forEach((key, partition) -> producer.send(
                    new ProducerRecord<>(ledger, partition, key, null),
                    (metadata, exception) -> failure.compareAndSet(null, exception)));
            producer.flush();
        }
        if (failure.get() != null) {
            throw new CommandException(
                    ExitCodes.SERVICE, "an entry could not be erased: " + Causes.inWords(failure.get()), failure.get());
        }
    }
}
