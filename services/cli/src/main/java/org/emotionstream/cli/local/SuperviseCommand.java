package org.emotionstream.cli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.emotionstream.cli.chain.Chain;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.chain.ChainPorts;
import org.emotionstream.cli.chain.ChainProcesses;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.chain.ChainSettings.ShadowOf;
import org.emotionstream.cli.chain.Debugger;
import org.emotionstream.cli.chain.PortChoice;
import org.emotionstream.cli.chain.ProcessIdentity;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.BrokerOptions;
import org.emotionstream.cli.processes.Backoff;
import org.emotionstream.cli.processes.LogBound;
import org.emotionstream.cli.processes.ProcessEnd;
import org.emotionstream.cli.processes.SupervisedProcess;
import org.emotionstream.cli.processes.Supervisor;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code supervise}: what {@code up} leaves behind. Not for people. */
@Command(name = "supervise", hidden = true)
public final class SuperviseCommand implements Callable<Integer> {
    /** What {@code up} writes to our standard input once it need not watch us any more. */
    static final int STAY = 's';

    private static final long MILLIS_BETWEEN_LOOKS = 300;

    @Mixin
    private BrokerOptions broker;

    @Option(names = "--smallest-face", required = true)
    private int smallestFace;

    @Option(names = "--release")
    private Optional<String> release = Optional.empty();

    @Option(names = "--input-topic")
    private Optional<String> inputTopic = Optional.empty();

    @Option(names = "--debug")
    private Optional<String> debug = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        Consumer<String> log = line -> console.say(SupervisorLine.of(Instant.now(), line));
        Checkout checkout = Checkout.current();
        RunFiles files = new RunFiles(checkout.run());
        RunLock lock = RunLock.tryOf(checkout.run(), RunLock.SUPERVISOR)
                .orElseThrow(() -> new CommandException(
                        ExitCodes.INCOMPLETE, "another ./emotionstream up of this checkout is starting or running"));
        ChainFolders folders = new ChainFolders(
                checkout.data(), checkout.logs(), checkout.run().resolve("tmp"));
        ChainFolders.deleteTree(folders.temporary());
        files.clear();
        ChainPorts ports = files.ports();
        Optional<ShadowOf> shadow = release.flatMap(id -> inputTopic.map(input -> new ShadowOf(id, input)));
        ChainSettings settings = new ChainSettings(
                broker.bootstrap(), broker.topics(), smallestFace, shadow, debug.map(Debugger::parse));
        ChainProcesses processes =
                new ChainProcesses(checkout, folders.make(), ports, settings, new PortChoice(files, log)::another);
        RunningState state = new RunningState(checkout, files, processes, settings);
        Supervisor supervisor = new Supervisor(Optional.of(Backoff.FIRST), log);
        supervisor.watchDisk(List.of(folders.data(), folders.logs()));
        supervisor.onChange(() -> state.write(supervisor.processes()));
        Chain chain = new Chain(processes, settings, supervisor, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(chain, files, lock), "stop-chain"));
        stopWithoutUp();
        start(chain, log);
        Checkout.mark(SupervisorProcess.readyFile(checkout));
        LogBound bound = new LogBound();
        while (Files.isDirectory(checkout.root())) {
            bound.apply(checkout.logs().resolve("supervisor.log"));
            files.wanted().forEach(chain::scale);
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        // The processes know the old path only, and would make it anew.
        log.accept("the checkout was moved from " + checkout.root()
                + ": stopping the chain; ./emotionstream up in the new folder starts it again with its data");
        return ExitCodes.SERVICE;
    }

    private static void start(Chain chain, Consumer<String> log) throws InterruptedException {
        try {
            chain.start();
        } catch (CommandException e) {
            e.lines().forEach(log);
            throw new CommandException(e.exitCode(), "", e);
        }
    }

    private static void stop(Chain chain, RunFiles files, RunLock lock) {
        chain.stop();
        files.clear();
        lock.close();
    }

    /** When {@code up} is interrupted before it let us stay, nothing is left behind. */
    private void stopWithoutUp() {
        Thread watch = new Thread(
                () -> {
                    try {
                        if (System.in.read() != STAY) {
                            System.exit(ExitCodes.INCOMPLETE);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot read standard input", e);
                    }
                },
                "watch-up");
        watch.setDaemon(true);
        watch.start();
    }

    /** Keeps the file that the other commands read. */
    private record RunningState(Checkout checkout, RunFiles files, ChainProcesses processes, ChainSettings settings) {
        synchronized void write(List<SupervisedProcess> started) {
            if (!Files.isDirectory(checkout.root())) {
                return;
            }
            List<RunningChain.Member> members = started.stream()
                    .map(process -> new RunningChain.Member(
                            process.plan().name(),
                            ProcessIdentity.of(process.pid()),
                            processes.port(process.plan().name()),
                            process.restarts(),
                            process.plan().log(),
                            process.lastEnd().map(ProcessEnd::inWords).orElse(null)))
                    .toList();
            files.write(new RunningChain(
                    ProcessIdentity.of(ProcessHandle.current().pid()),
                    processes.bootstrapServers(),
                    settings.externalBroker().isEmpty(),
                    settings.topics().prefix(),
                    settings.topics().generation(),
                    members,
                    settings.smallestFace()));
        }
    }
}
