package org.emotionstream.cli.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.emotionstream.cli.chain.ProcessIdentity;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;

/** {@code down}: stops what {@code up} left running. */
@Command(
        name = "down",
        description = "Stop the chain that up has started: the services first, then the broker. Topics and state are "
                + "kept.",
        footer = {"", "Exit code 0 also when nothing was running.", ExitCodes.HELP})
public final class DownCommand implements Callable<Integer> {
    private static final long MILLIS_BETWEEN_LOOKS = 100;
    // The first chain after a build writes archives of classes as it stops.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        Checkout checkout = Checkout.current();
        // First what needs the other's broker.
        RunFiles shadow = new RunFiles(checkout.shadow().run());
        if (shadow.last().isPresent()) {
            stop(shadow, "stopping the shadow", console);
        }
        RunFiles files = new RunFiles(checkout.run());
        awaitBegin(checkout, files);
        markStopped(checkout);
        if (!stop(files, "stopping the services, then the broker", console)) {
            console.say("nothing is running");
        }
        return ExitCodes.OK;
    }

    /** An up that has begun a moment ago has started nothing yet that could be stopped. */
    private static void awaitBegin(Checkout checkout, RunFiles files) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (files.last().isEmpty()
                && Files.isDirectory(checkout.run())
                && RunLock.isHeld(checkout.run())
                && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    /** For an up that waits: nothing has ended by itself. */
    private static void markStopped(Checkout checkout) {
        if (Files.isDirectory(checkout.run())) {
            Checkout.mark(SupervisorProcess.stoppedFile(checkout));
        }
    }

    /** Stops the chain that these files remember; false when they remember none. */
    public static boolean stop(RunFiles files, String progress, Console console) throws InterruptedException {
        Optional<RunningChain> last = files.last();
        if (last.isEmpty()) {
            return false;
        }
        RunningChain chain = last.get();
        console.progress(progress);
        chain.supervisor().handle().ifPresent(ProcessHandle::destroy);
        // The children of a supervisor that was killed stop by themselves: they are waited for all the same.
        List<ProcessIdentity> all = Stream.concat(
                        Stream.of(chain.supervisor()),
                        chain.processes().stream().map(RunningChain.Member::process))
                .toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessIdentity process : all) {
            awaitEnd(process, deadline);
        }
        files.clear();
        console.progress("stopped");
        return true;
    }

    private static void awaitEnd(ProcessIdentity process, long deadline) throws InterruptedException {
        Optional<ProcessHandle> handle = process.handle();
        if (handle.isEmpty()) {
            return;
        }
        try {
            handle.get().onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            handle.get().destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        }
    }
}
