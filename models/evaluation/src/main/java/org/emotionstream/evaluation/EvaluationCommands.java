package org.emotionstream.evaluation;

import org.emotionstream.evaluation.measurement.EvaluateCommand;
import org.emotionstream.evaluation.skew.SkewCommand;
import org.emotionstream.evaluation.verification.ReleaseCommand;
import picocli.CommandLine.Command;

/** The entry point of this module: what measures and checks releases. */
@Command(
        name = "emotionstream",
        description = "Measures what releases reach, and checks them.",
        mixinStandardHelpOptions = true,
        subcommands = {EvaluateCommand.class, ReleaseCommand.class, SkewCommand.class})
public final class EvaluationCommands {
    private EvaluationCommands() {}

    /** Runs a command and ends the process, see {@link ModelCommands#run}. */
    public static void main(String[] arguments) {
        ModelCommands.run(ModelCommands.commandLine(new EvaluationCommands()), arguments);
    }
}
