package org.emotionstream.cli.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.emotionstream.cli.processes.ProcessEnd;
import org.emotionstream.cli.processes.SupervisedProcess;
import org.emotionstream.cli.processes.Supervisor;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.localbroker.BrokerException;
import org.emotionstream.localbroker.InProcess;
import org.emotionstream.localbroker.LocalBroker;

/**
 * A chain for some minutes: the broker in this JVM, and all services in one process beside it. When that process ends by
 * itself, as native code may make it, it is started again, and goes on with what the broker and its folders hold.
 */
public final class ChainInOneProcess {
    private static final Duration BEFORE_A_RESTART = Duration.ofMillis(100);

    /** Without an answer in between; a picture that ends the process is named after three at most. */
    private static final int MOST_ENDS = 5;

    /** Of a process whose settings are wrong. */
    private static final int WRONG_SETTING = 2;

    private final ChainProcesses processes;
    private final ChainSettings settings;
    private final Path brokerLog;
    private final LocalBroker broker;
    private final Supervisor supervisor;
    private final long startedNanos = System.nanoTime();
    private volatile Optional<SupervisedProcess> services = Optional.empty();
    private volatile Optional<ProcessEnd> brokerEnd = Optional.empty();
    private volatile int restartsAtLastAnswer;
    private volatile boolean complete;
    private boolean stopping;

    /**
     * The chain of these processes, in these folders.
     *
     * @param progress gets one line for people when the services have ended or were started again
     */
    public ChainInOneProcess(
            ChainProcesses processes, ChainFolders folders, ChainSettings settings, Consumer<String> progress) {
        this.processes = processes;
        this.settings = settings;
        this.brokerLog = folders.log(ChainProcesses.BROKER);
        this.broker =
                LocalBroker.in(folders.data().resolve(ChainProcesses.BROKER), processes.port(ChainProcesses.BROKER));
        this.supervisor = new Supervisor(Optional.of(BEFORE_A_RESTART), progress);
        supervisor.watchDisk(List.of(folders.data(), folders.logs()));
    }

    /**
     * Starts the services and the broker, and makes the topics. Returns while the services still load their models: what
     * is sent now waits for them.
     *
     * @throws CommandException when there is no release to serve with, or the broker does not start
     */
    public void start() {
        processes.releaseProblem().ifPresent(problem -> {
            throw new CommandException(ExitCodes.MACHINE, "no release to serve: " + problem);
        });
        startServices();
        InProcess.logTo(brokerLog);
        InProcess.onFault(this::brokerFailed);
        try {
            broker.start();
        } catch (BrokerException e) {
            throw new CommandException(ExitCodes.SERVICE, e.getMessage(), e);
        }
        ChainTopics.create(processes.bootstrapServers(), settings);
    }

    private synchronized void startServices() {
        if (!stopping) {
            services = Optional.of(supervisor.start(processes.servicesInOneProcess()));
        }
    }

    private void brokerFailed(int exitCode) {
        brokerEnd = Optional.of(ProcessEnd.of(
                ChainProcesses.BROKER, exitCode, Duration.ofNanos(System.nanoTime() - startedNanos), brokerLog));
    }

    /** An answer has arrived: the services get on. */
    public void answered() {
        restartsAtLastAnswer = services.map(SupervisedProcess::restarts).orElse(0);
    }

    /** Everything was answered: the classes that were loaded are those that a demo needs. */
    public void complete() {
        complete = true;
    }

    /** How the broker or the services ended, when they will not answer any more. */
    public Optional<ProcessEnd> failure() {
        return brokerEnd.or(() -> services.flatMap(this::failure));
    }

    private Optional<ProcessEnd> failure(SupervisedProcess process) {
        return process.lastEnd()
                .filter(end ->
                        end.exitCode() == WRONG_SETTING || process.restarts() - restartsAtLastAnswer >= MOST_ENDS);
    }

    /**
     * Kills the services. The broker is left as it is, since nobody wants its data any more: the end of this JVM is its
     * end. Idempotent; safe at any time and from any thread.
     */
    public synchronized void stop() {
        stopping = true;
        try {
            List<SupervisedProcess> all = supervisor.processes();
            if (complete) {
                ClassArchives.putInPlace(supervisor.stop(all, ClassArchives.stopPatience(all, Duration.ZERO)));
            }
            supervisor.kill(all);
        } catch (InterruptedException e) {
            // The process sees our end and stops by itself.
            Thread.currentThread().interrupt();
        }
    }
}
