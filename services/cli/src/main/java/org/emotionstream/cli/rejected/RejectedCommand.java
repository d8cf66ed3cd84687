package org.emotionstream.cli.rejected;

import java.util.concurrent.Callable;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rejected}: what was rejected, and what to do with it. */
@Command(
        name = "rejected",
        description = "List, show or replay rejected pictures.",
        synopsisSubcommandLabel = "list | show ID | replay",
        subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedReplayCommand.class},
        footer = {"", ExitCodes.HELP})
public final class RejectedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "expected a subcommand: list, show ID or replay");
    }
}
