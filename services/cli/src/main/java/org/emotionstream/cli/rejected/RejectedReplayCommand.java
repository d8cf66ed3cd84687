package org.emotionstream.cli.rejected;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rejected replay}. */
@Command(
        name = "replay",
        description = "Send rejected pictures to images.raw again, unchanged, under their image ids, as their next "
                + "attempt. A picture is sent once, if images.rejected still keeps it and it has not been sent "
                + "again or answered since. So the command may be repeated, but not run twice at the same time.",
        footer = {"", "Exit code 0 also when there is nothing to send.", ExitCodes.HELP})
public final class RejectedReplayCommand implements Callable<Integer> {
    @Option(names = "--reason", paramLabel = "REASON", description = "Only with this reason, such as not-a-picture.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--id", paramLabel = "ID", description = "Only under this image id.")
    private Optional<String> imageId = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Send at most N (default: all).")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "3",
            description = "Attempts at a picture, the camera's included; what was rejected as the last of them is left "
                    + "(default: ${DEFAULT-VALUE}).")
    private int attempts;

    @Mixin
    private BrokerOptions broker;

    private int sent;
    private int leftBehind;

    @Override
    public Integer call() {
        int most = limit.orElse(Integer.MAX_VALUE);
        CommandException.check(most >= 1 && attempts >= 1, "--limit and --attempts: expected 1 or more");
        return broker.run(clients -> run(clients, most));
    }

    private int run(ChainClients clients, int most) {
        Console console = Console.ofProcess();
        new Replay(clients, console::progress)
                .run(this::isWanted, attempts, most, (record, left) -> say(record, left, console));
        console.result("sent again " + sent + ", left " + leftBehind);
        return ExitCodes.OK;
    }

    private boolean isWanted(RejectedRecord record) {
        return reason.map(record.reason()::equals).orElse(true)
                && imageId.map(record.imageId()::equals).orElse(true);
    }

    private void say(RejectedRecord record, Optional<String> left, Console console) {
        String name = record.imageId() + " (" + record.reason() + ", images.rejected " + record.place() + ")";
        if (left.isPresent()) {
            leftBehind++;
            console.result("left: " + name + ": " + left.get());
        } else {
            sent++;
            console.result("sent again: " + name + ", as attempt " + (record.attempt() + 1));
        }
    }
}
