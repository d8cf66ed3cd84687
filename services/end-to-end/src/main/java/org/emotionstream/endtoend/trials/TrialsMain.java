package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.apache.kafka.common.KafkaException;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.pictures.DefaultPictures;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./emotionstream test --trials}. */
@Command(
        name = "test --trials",
        description = "Send what real clients and pictures bring to a chain that is up, and compare what became of each"
                + " with what is right. The records stay on its topics as long as any other.",
        footer = {
            "",
            "Exit codes: 0 all are right; 1 one is wrong; 2 the command line is wrong; 4 the broker does not answer."
        })
public final class TrialsMain implements Callable<Integer> {
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    /** The photograph of dlib's package with one large face. */
    private static final String PORTRAIT = "Tom_Cruise_avp_2014_4.jpg";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka broker of the chain (default: the one that ./emotionstream up has started).")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Stands before the name of every topic (default: that of the running chain, else none).")
    private Optional<String> topicPrefix = Optional.empty();

    @Option(names = "--only", paramLabel = "NAME", description = "This trial; may be given more than once.")
    private List<String> only = new ArrayList<>();

    private final Console console;

    TrialsMain(Console console) {
        this.console = console;
    }

    /** See the class. */
    public static void main(String[] words) {
        // What our Kafka clients have to say, this command says in its own words.
        ALL_LOGGERS.setLevel(Level.OFF);
        Locale.setDefault(Locale.ROOT);
        System.exit(run(Console.ofProcess(), words));
    }

    /** Runs the command, and returns its exit code; the lines go to this console. */
    public static int run(Console console, String... words) {
        CommandLine line = new CommandLine(new TrialsMain(console));
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            console.say("emotionstream: " + exception.getMessage());
            return exception instanceof CommandException known ? known.exitCode() : ExitCodes.INCOMPLETE;
        });
        return line.execute(words);
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunningChain> running = bootstrap.isPresent()
                ? Optional.empty()
                : Optional.of(new RunFiles(Checkout.current().run()).requireRunning());
        String broker = bootstrap.orElseGet(() -> running.orElseThrow().bootstrapServers());
        Topics topics = topicPrefix
                .map(Topics::new)
                .or(() -> running.map(RunningChain::topics))
                .orElseGet(() -> new Topics(""));
        List<Trial> trials = chosen(AllTrials.of(Long.toString(System.currentTimeMillis(), 36), portrait()));
        console.progress(trials.size() + " trials for the chain at " + broker);
        try {
            List<TrialRun.Result> results =
                    new TrialRun(ClientSettings.of(broker, topics), topics, console::progress).run(trials);
            TrialRun.lines(results).forEach(console::result);
            return results.stream().allMatch(TrialRun.Result::isRight) ? ExitCodes.OK : ExitCodes.INCOMPLETE;
        } catch (KafkaException | IllegalStateException e) {
            String why = e.getMessage()
                    + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
            throw new CommandException(ExitCodes.SERVICE, "the broker at " + broker + " cannot be used: " + why, e);
        }
    }

    private List<Trial> chosen(List<Trial> all) {
        List<String> names = all.stream().map(Trial::name).toList();
        if (!names.containsAll(only)) {
            throw new CommandException(ExitCodes.USAGE, "--only: expected one of " + names + ", found " + only);
        }
        return all.stream()
                .filter(trial -> only.isEmpty() || only.contains(trial.name()))
                .toList();
    }

    private BufferedImage portrait() {
        Path folder = Checkout.current().root().resolve(".emotionstream/pictures");
        List<Path> photographs = new DefaultPictures(folder, console::progress).find();
        Path chosen = photographs.stream()
                .filter(file -> file.endsWith(PORTRAIT))
                .findFirst()
                .orElse(photographs.get(0));
        try {
            return ImageIO.read(chosen.toFile());
        } catch (IOException e) {
            throw new CommandException(ExitCodes.MACHINE, "cannot read the photograph " + chosen + ": " + e, e);
        }
    }
}
