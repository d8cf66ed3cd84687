package org.emotionstream.cli.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.chain.ChainProcesses;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.chain.ClassArchives;
import org.emotionstream.cli.chain.PortChoice;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.LogTail;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * The process that {@code up} leaves behind: {@link SuperviseCommand} in a session of its own. Until it is
 * told to stay, it holds a pipe from us: when we are interrupted before everything is ready, it stops.
 *
 * @param checkout of the chain
 * @param useLock is held for as long as it runs: whoever builds waits until nobody runs from the build
 * @param files that remember the chain
 * @param console gets its progress
 */
public record SupervisorProcess(Checkout checkout, Path useLock, RunFiles files, Console console) {
    /** The entry of the command line, which lies above this package. */
    static final String MAIN = "org.emotionstream.cli.Main";

    /**
     * Starts it, and returns once the chain is ready.
     *
     * @param port of its broker, where it starts one; empty for that of the last time
     * @throws CommandException when it ends instead, with the end of its log, or somebody else listens on the port;
     *     nothing runs then
     */
    public RunningChain startAndAwaitReady(ChainSettings settings, Optional<Integer> port) throws InterruptedException {
        new PortChoice(files, console::say).choose(settings.externalBroker().isEmpty(), port);
        Path log = Checkout.made(checkout.logs()).resolve("supervisor.log");
        keepOld();
        try {
            Files.deleteIfExists(readyFile(checkout));
            Files.deleteIfExists(stoppedFile(checkout));
            Checkout.made(checkout.run());
            Process process = new ProcessPlan(
                            "supervisor",
                            command(settings),
                            ChainProcesses.MEMORY,
                            checkout.root(),
                            log,
                            Optional::empty)
                    .start();
            ProgressOfLog progress = new ProgressOfLog(log, console);
            while (process.isAlive() && !Files.exists(readyFile(checkout))) {
                progress.printNew();
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
            progress.printNew();
            if (!process.isAlive() && Files.exists(stoppedFile(checkout))) {
                throw new CommandException(
                        ExitCodes.INCOMPLETE, "the chain was stopped by ./emotionstream down before it was ready");
            }
            if (!process.isAlive()) {
                throw new CommandException(
                        ExitCodes.SERVICE, "the chain did not start; all logs are in " + log.getParent());
            }
            try (OutputStream pipe = process.getOutputStream()) {
                pipe.write(SuperviseCommand.STAY);
            }
            return files.requireRunning();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the supervisor", e);
        }
    }

    /** Is there once everything is ready. */
    static Path readyFile(Checkout checkout) {
        return checkout.run().resolve("ready");
    }

    /** Is there once {@code down} has begun to stop the chain. */
    static Path stoppedFile(Checkout checkout) {
        return checkout.run().resolve("stopped");
    }

    private List<String> command(ChainSettings settings) {
        // As the script does for us.
        List<String> command = new ArrayList<>(List.of("flock", "--shared", "--no-fork", useLock.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !ClassArchives.isWritten(flag))
                .forEach(command::add);
        // Of two values of one flag the later wins: it has less to do than a command.
        command.add("@" + checkout.root().resolve("services/jvm/supervisor"));
        command.add("-D" + Checkout.LOCAL_PROPERTY + "=" + checkout.local());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "supervise"));
        settings.externalBroker().ifPresent(name -> command.addAll(List.of("--bootstrap", name)));
        ClientSettings.file().ifPresent(file -> command.addAll(List.of("--client-config", file)));
        command.addAll(List.of("--topic-prefix", settings.topics().prefix()));
        command.addAll(List.of("--generation", settings.topics().generation()));
        command.addAll(List.of("--smallest-face", Integer.toString(settings.smallestFace())));
        settings.shadow()
                .ifPresent(shadow ->
                        command.addAll(List.of("--release", shadow.release(), "--input-topic", shadow.inputTopic())));
        settings.debugger().ifPresent(debugger -> command.addAll(List.of("--debug", debugger.toString())));
        return command;
    }

    /** Each log of the run before is kept once, under the suffix .1. */
    private void keepOld() {
        try (var logs = Files.newDirectoryStream(checkout.logs(), "*.log")) {
            for (Path log : logs) {
                Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + checkout.logs(), e);
        }
    }

    /** Prints what the supervisor's log gains. */
    private static final class ProgressOfLog {
        private final Path log;
        private final Console console;
        private int printed;

        ProgressOfLog(Path log, Console console) {
            this.log = log;
            this.console = console;
        }

        void printNew() {
            List<String> lines = LogTail.of(log, Integer.MAX_VALUE);
            for (; printed < lines.size(); printed++) {
                String line = lines.get(printed);
                String message = SupervisorLine.message(line);
                if (message.equals(line)) {
                    console.say(line);
                } else {
                    console.progress(message);
                }
            }
        }
    }
}
