package org.emotionstream.training;

import java.util.Optional;
import org.emotionstream.evaluation.ModelCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of this module: what makes releases. */
@Command(name = "emotionstream", description = "Trains releases.", mixinStandardHelpOptions = true)
public final class TrainingCommands {
    private TrainingCommands() {}

    /** Runs a command and ends the process, see {@link ModelCommands#run}. */
    public static void main(String[] arguments) {
        ModelCommands.run(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return ModelCommands.commandLine(new TrainingCommands()).addSubcommand(new TrainCommand(Optional.empty()));
    }
}
