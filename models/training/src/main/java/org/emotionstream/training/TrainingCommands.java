package org.emotionstream.training;

import java.util.Locale;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.dlib.JavaCppLibraries;
import org.emotionstream.training.evaluation.EvaluateCommand;
import org.emotionstream.training.keras.ImportKerasCommand;
import org.emotionstream.training.skew.SkewCommand;
import org.emotionstream.training.verification.ReleaseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of this module: what makes, measures and checks releases. */
@Command(
        name = "training",
        description = "Trains releases, imports them, measures what they reach, and checks them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            ImportKerasCommand.class,
            ReleaseCommand.class,
            SkewCommand.class
        })
public final class TrainingCommands {
    private TrainingCommands() {}

    /**
     * Runs a command and ends the process: exit code 0 when it did what was asked, 1 when it could not, 2 when
     * it was asked wrongly.
     */
    public static void main(String[] arguments) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        JavaCppLibraries.configure();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TrainingCommands()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText(FileFailure.inWords(failure)));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }
}
