package org.emotionstream.evaluation;

import java.util.Locale;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.dlib.JavaCppLibraries;
import picocli.CommandLine;

/** Runs the commands that make, measure and check releases, each module's in the same way. */
public final class ModelCommands {
    private ModelCommands() {}

    /**
     * A command line that reports a failure in one sentence.
     *
     * @param commands a picocli command with subcommands
     */
    public static CommandLine commandLine(Object commands) {
        return new CommandLine(commands).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText(FileFailure.inWords(failure)));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /**
     * Runs a command and ends the process: exit code 0 when it did what was asked, 1 when it could not, 2 when
     * it was asked wrongly.
     */
    public static void run(CommandLine commandLine, String[] arguments) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        JavaCppLibraries.configure();
        System.exit(commandLine.execute(arguments));
    }
}
