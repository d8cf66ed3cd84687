package org.emotionstream.cli.shadow;

import java.util.concurrent.Callable;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shadow}: another release beside the one that serves. */
@Command(
        name = "shadow",
        description = "Run another release beside the one that serves, on the same pictures and on topics of its own, "
                + "and report where their answers differ.",
        subcommands = {ShadowStartCommand.class, ShadowStopCommand.class, ShadowReportCommand.class},
        footer = {"", ExitCodes.HELP})
public final class ShadowCommand implements Callable<Integer> {
    /** Stands before the topics and groups of a shadow, after the prefix of the chain that serves. */
    static final String PREFIX = "shadow.";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand: start, stop or report");
    }
}
