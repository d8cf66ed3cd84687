package org.emotionstream.cli.local;

import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * A chain that another {@code up} is starting or has started.
 *
 * @param checkout that it belongs to
 * @param files that remember it
 */
record StartingChain(Checkout checkout, RunFiles files) {
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    /**
     * What is known of it, once its first process has been started.
     *
     * @throws CommandException when it is not started after all
     */
    RunningChain known() throws InterruptedException {
        while (true) {
            boolean isStarting = RunLock.isHeld(checkout.run());
            Optional<RunningChain> running = files.running();
            if (running.isPresent()) {
                return running.get();
            }
            if (!isStarting) {
                throw gone();
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    /** Whether all its services can do their work, or could when they had started. */
    boolean isReady() {
        return Files.exists(SupervisorProcess.readyFile(checkout));
    }

    /**
     * What runs once it is ready.
     *
     * @throws CommandException when it does not become ready
     */
    RunningChain awaitReady() throws InterruptedException {
        while (!isReady()) {
            if (files.running().isEmpty()) {
                throw gone();
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        return files.requireRunning();
    }

    private CommandException gone() {
        return new CommandException(
                ExitCodes.INCOMPLETE,
                "another ./emotionstream up was starting this chain and failed: see "
                        + checkout.logs().resolve("supervisor.log") + ", then run ./emotionstream up again");
    }
}
