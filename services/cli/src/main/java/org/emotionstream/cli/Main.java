package org.emotionstream.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line that the script {@code emotionstream} hands over to. */
@Command(
        name = "emotionstream",
        description = "From a photograph to the emotions of the faces in it, through every service of the chain.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            ScaleCommand.class,
            RepartitionCommand.class,
            DownCommand.class,
            SendCommand.class,
            WatchCommand.class,
            AuditCommand.class,
            RejectedCommand.class,
            EraseCommand.class,
            ShadowCommand.class,
            TopicsCommand.class,
            AccessCommand.class,
            SuperviseCommand.class
        })
public final class Main {
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    /** What every command says about its exit codes in {@code --help}. */
    static final String EXIT_CODES = "Exit codes: 0 all went well; 1 it ran, and something is missing or not ready; "
            + "2 the command line is wrong; 3 this machine cannot do it; 4 the broker or a service did not start or "
            + "ended by itself; 130 interrupted; 141 nobody reads our output any more.";

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean help;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] words) {
        // What our Kafka clients have to say, our commands say in their own words.
        ALL_LOGGERS.setLevel(Level.OFF);
        System.exit(run(words, Console.ofProcess()));
    }

    static int run(String[] words, Console console) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            report(exception, console);
            return exitCode(exception);
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(words);
    }

    private static int exitCode(Throwable exception) {
        if (exception instanceof CommandException told) {
            return told.exitCode();
        }
        return exception instanceof KafkaException ? ExitCodes.SERVICE : ExitCodes.INCOMPLETE;
    }

    private static void report(Exception exception, Console console) {
        if (exception instanceof CommandException told) {
            if (!told.getMessage().isEmpty()) {
                console.say("emotionstream: " + told.getMessage());
            }
            return;
        }
        if (exception instanceof KafkaException) {
            console.say("emotionstream: the broker refuses or does not answer: " + exception.getMessage());
            return;
        }
        console.say("emotionstream: this is a fault of ours: " + exception);
        for (StackTraceElement element : exception.getStackTrace()) {
            console.say("  at " + element);
        }
    }
}
