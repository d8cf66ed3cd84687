package org.emotionstream.cli.shadow;

import java.util.concurrent.Callable;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.local.DownCommand;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;

/** {@code shadow stop}: stops what {@code shadow start} left running. */
@Command(
        name = "stop",
        description = "Stop the shadow. Its topics stay, so its report can still be made.",
        footer = {"", "Exit code 0 also when no shadow was running.", ExitCodes.HELP})
public final class ShadowStopCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        RunFiles files = new RunFiles(Checkout.current().shadow().run());
        if (!DownCommand.stop(files, "stopping the shadow", console)) {
            console.say("no shadow is running");
        }
        return ExitCodes.OK;
    }
}
