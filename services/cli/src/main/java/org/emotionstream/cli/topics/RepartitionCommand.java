package org.emotionstream.cli.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.administration.GenerationSwitch;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageTaken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code repartition}: the topics of the chain once more, with another number of partitions. */
@Command(
        name = "repartition",
        description = "Create the inner topics and groups of another generation of the chain with this many "
                + "partitions, and let its landmarker begin at the first picture that the present generation has "
                + "not taken. All landmarkers must have stopped: docs/runbook/add-partitions.md. Cameras and "
                + "analysts keep their topics; images.raw gets at least as many partitions.",
        footer = {"", "Exit code 1 when something must be done first; nothing was changed then.", ExitCodes.HELP})
public final class RepartitionCommand implements Callable<Integer> {
    /** A batch is committed within seconds, or within ten minutes where the brokers are away. */
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--into",
            paramLabel = "GENERATION",
            required = true,
            description = "The other generation, for example g2. with its dot; \"\" for the first one.")
    private String into;

    @Mixin
    private NewTopicOptions options;

    @Override
    public Integer call() {
        options.check();
        // Before a broker is asked: a wrong word needs none.
        into(broker.namedTopics());
        return broker.run(this::run);
    }

    private int run(ChainClients clients) {
        Console console = Console.ofProcess();
        try (Admin admin = clients.admin()) {
            GenerationSwitch change = new GenerationSwitch(admin, clients.topics(), into(clients.topics()));
            Map<Integer, Long> stoppedAt = change.stoppedAt();
            List<String> beyond = takenBeyond(clients, stoppedAt, console);
            if (!beyond.isEmpty()) {
                throw new CommandException(
                        ExitCodes.INCOMPLETE,
                        "the landmarker was killed before it committed the offsets of pictures that it has taken ("
                                + beyond
                                + "): start it again and stop it with SIGTERM, or these pictures are answered twice");
            }
            List<String> created = change.begin(stoppedAt, options.partitions(), options.replication());
            stoppedAt.forEach((partition, offset) ->
                    console.result(clients.topics().imagesRaw() + " " + partition + " goes on at " + offset));
            console.result(
                    "made " + created.size() + " topics; start the services with EMOTIONSTREAM_GENERATION=" + into);
            return ExitCodes.OK;
        } catch (TopicException e) {
            throw new CommandException(ExitCodes.INCOMPLETE, e.getMessage(), e);
        }
    }

    /**
     * Records that the landmarker has announced on images.taken and not committed, by their places on images.raw: the
     * sign that it was killed in between, and would do it once more.
     *
     * @param committed the first offset of each partition that the landmarker has not committed
     */
    private static List<String> takenBeyond(ChainClients clients, Map<Integer, Long> committed, Console console) {
        String topic = clients.topics().imagesTaken();
        AvroMessages<ImageTaken> messages = clients.messages(ImageTaken.class, topic);
        TreeSet<String> beyond = new TreeSet<>();
        try (CommittedReader<byte[]> reader = clients.reader(console::progress)) {
            reader.read(reader.since(topic, Instant.now().minus(LOOKED_BACK)), reader.ends(List.of(topic)), record -> {
                ImageTaken taken = messages.read(record.value());
                if (taken.getOffset() >= committed.getOrDefault(taken.getPartition(), 0L)) {
                    beyond.add(taken.getPartition() + "@" + taken.getOffset());
                }
            });
        }
        return List.copyOf(beyond);
    }

    private Topics into(Topics from) {
        try {
            Topics to = from.inGeneration(into);
            GenerationSwitch.check(from, to);
            return to;
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCodes.USAGE, "--into: " + e.getMessage(), e);
        }
    }
}
