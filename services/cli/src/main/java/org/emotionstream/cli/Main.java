package org.emotionstream.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.emotionstream.cli.access.AccessCommand;
import org.emotionstream.cli.answers.WatchCommand;
import org.emotionstream.cli.audit.AuditCommand;
import org.emotionstream.cli.demo.DemoCommand;
import org.emotionstream.cli.erase.EraseCommand;
import org.emotionstream.cli.local.DownCommand;
import org.emotionstream.cli.local.ScaleCommand;
import org.emotionstream.cli.local.StatusCommand;
import org.emotionstream.cli.local.SuperviseCommand;
import org.emotionstream.cli.local.UpCommand;
import org.emotionstream.cli.pictures.SendCommand;
import org.emotionstream.cli.plan.PlanCommand;
import org.emotionstream.cli.rejected.RejectedCommand;
import org.emotionstream.cli.shadow.ShadowCommand;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.StandardOutput;
import org.emotionstream.cli.topics.RepartitionCommand;
import org.emotionstream.cli.topics.TopicsCommand;
import org.emotionstream.events.logging.Causes;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line that the script {@code emotionstream} hands over to. */
@Command(
        name = "emotionstream",
        description = "Recognise the emotions of the faces in photographs, with a chain of services on Kafka.",
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
            PlanCommand.class,
            SuperviseCommand.class
        })
public final class Main {
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean help;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] words) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        // What our Kafka clients have to say, our commands say in their own words.
        ALL_LOGGERS.setLevel(Level.OFF);
        // Log4j comes with the broker's jars. Its full context asks the name service for this machine's name.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setOut(StandardOutput.ofProcess());
        System.exit(run(words, Console.ofProcess()));
    }

    /** Runs the command in this process and returns its exit code. */
    public static int run(String[] words, Console console) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, console));
        line.setParameterExceptionHandler((exception, given) -> wrongCommandLine(exception, console));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file may be called @photo.jpg.
        line.setExpandAtFiles(false);
        int exitCode = line.execute(words);
        try {
            console.checkWritten();
            return exitCode;
        } catch (CommandException unwritten) {
            // picocli prints the help and does not check whether it was written.
            return exitCode == ExitCodes.OK ? failed(unwritten, console) : exitCode;
        }
    }

    /** Prints picocli's message about the words that were given, and the usage. */
    private static int wrongCommandLine(CommandLine.ParameterException exception, Console console) {
        console.say("emotionstream: " + exception.getMessage());
        CommandLine command = exception.getCommandLine();
        PrintWriter errors = command.getErr();
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, errors)) {
            command.usage(errors);
        }
        errors.flush();
        return ExitCodes.USAGE;
    }

    /** Says what went wrong, and returns the exit code. */
    private static int failed(Exception exception, Console console) {
        if (exception instanceof CommandException expected) {
            if (!expected.getMessage().isEmpty()) {
                console.say("emotionstream: " + expected.lines().get(0));
                expected.lines().stream().skip(1).forEach(console::say);
            }
            return expected.exitCode();
        }
        if (exception instanceof KafkaException) {
            console.say(
                    "emotionstream: the broker refused the request or did not answer: " + Causes.inWords(exception));
            return ExitCodes.SERVICE;
        }
        console.say("emotionstream: internal error, please report it: " + exception);
        for (StackTraceElement element : exception.getStackTrace()) {
            console.say("  at " + element);
        }
        return ExitCodes.INCOMPLETE;
    }
}
