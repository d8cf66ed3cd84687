package org.emotionstream.cli.chain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.processes.LogTail;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.cli.processes.SupervisedProcess;
import org.emotionstream.cli.processes.Supervisor;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * Starts the broker, makes the topics, starts the seven services; stops the services and then the broker.
 * Stopping is safe at any time and from any thread.
 */
public final class Chain {
    /** Until everything is ready; far more than it takes on two idle cores. */
    public static final Duration START_PATIENCE = Duration.ofMinutes(3);

    // Together less than the 15 seconds within which everything is gone.
    private static final Duration SERVICES_STOP_PATIENCE = Duration.ofSeconds(8);
    private static final Duration BROKER_STOP_PATIENCE = Duration.ofSeconds(5);
    private static final int LOG_LINES = 12;

    private final ChainProcesses processes;
    private final ChainSettings settings;
    private final Supervisor supervisor;
    private final Consumer<String> progress;
    private volatile boolean complete;
    private volatile boolean stopping;

    /**
     * A chain of these processes, watched by this supervisor.
     *
     * @param progress gets lines for people on how it goes
     */
    public Chain(ChainProcesses processes, ChainSettings settings, Supervisor supervisor, Consumer<String> progress) {
        this.processes = processes;
        this.settings = settings;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws CommandException when something is not ready in time or ends by itself, with the end of its log
     */
    public void start() throws InterruptedException {
        Optional<String> problem = processes.releaseProblem();
        if (problem.isPresent() && !processes.mayHavePinned()) {
            throw noRelease(problem.get());
        }
        Optional<SupervisedProcess> broker =
                settings.externalBroker().isEmpty() ? Optional.of(start(processes.broker())) : Optional.empty();
        // While the broker starts, the services load what they need, and wait for it.
        boolean early = broker.isPresent() && problem.isEmpty();
        List<SupervisedProcess> services = early ? startServices() : List.of();
        if (broker.isPresent()) {
            await(List.of(broker.get()));
        } else {
            new BrokerCheck(ClientSettings.of(processes.bootstrapServers()))
                    .require(List.of(), "start that broker, or leave --bootstrap out to have one started");
        }
        ChainTopics.create(processes.bootstrapServers(), settings);
        problem.ifPresent(this::serveTheLastGoodOne);
        await(early ? services : startServices());
        complete = true;
    }

    private List<SupervisedProcess> startServices() {
        return processes.services().stream().map(this::start).toList();
    }

    /** A chain that was up before knows which release it served with. */
    private void serveTheLastGoodOne(String problem) {
        String pinned = ChainTopics.pinnedRelease(processes.bootstrapServers(), settings.topics())
                .orElseThrow(() -> noRelease(problem));
        progress.accept(problem + "; the chain goes on with release " + pinned + ", which was pinned last");
    }

    private static CommandException noRelease(String problem) {
        return new CommandException(ExitCodes.MACHINE, "no release to serve: " + problem);
    }

    private synchronized SupervisedProcess start(ProcessPlan plan) {
        if (stopping) {
            throw new CommandException(ExitCodes.INCOMPLETE, "stopped while starting");
        }
        return supervisor.start(plan);
    }

    private void await(List<SupervisedProcess> starting) throws InterruptedException {
        WaitingLines lines = new WaitingLines(progress);
        List<SupervisedProcess> open = supervisor.awaitReady(
                starting,
                START_PATIENCE,
                ready -> progress.accept(ready.plan().name() + " ready"),
                (process, why) -> lines.waiting(process.plan().name(), why));
        supervisor.failure().ifPresent(end -> {
            throw new CommandException(ExitCodes.SERVICE, end.lines());
        });
        if (!open.isEmpty()) {
            SupervisedProcess worst = open.stream()
                    .max(Comparator.comparingInt(SupervisedProcess::restarts))
                    .orElseThrow();
            throw new CommandException(
                    ExitCodes.SERVICE,
                    LogTail.below(
                            "not ready: " + names(open) + ". Of these, "
                                    + worst.plan().name() + ": the end of its log, "
                                    + worst.plan().log() + ":",
                            worst.plan().log(),
                            LOG_LINES));
        }
    }

    private static String names(List<SupervisedProcess> processes) {
        return processes.stream().map(process -> process.plan().name()).collect(Collectors.joining(", "));
    }

    /** Starts or stops processes of this service until there are so many; the one that was started last stops first. */
    public synchronized void scale(String service, int count) {
        List<SupervisedProcess> now = instances(service);
        try {
            for (int number = now.size(); number > count; number--) {
                supervisor.remove(now.get(number - 1), SERVICES_STOP_PATIENCE);
            }
            for (int number = now.size() + 1; number <= count; number++) {
                start(number == 1 ? processes.service(service) : processes.another(service, number));
            }
        } catch (InterruptedException e) {
            // We are about to stop everything.
            Thread.currentThread().interrupt();
        }
    }

    private List<SupervisedProcess> instances(String service) {
        return supervisor.processes().stream()
                .filter(process -> Instance.of(process.plan().name()).service().equals(service))
                .sorted(Comparator.comparingInt(
                        process -> Instance.of(process.plan().name()).number()))
                .toList();
    }

    /** Stops the services, then the broker; kills those that do not stop in time. Idempotent. */
    public synchronized void stop() {
        stopping = true;
        try {
            List<SupervisedProcess> services = supervisor.processes().stream()
                    .filter(process -> !process.plan().name().equals(ChainProcesses.BROKER))
                    .toList();
            stop(services, SERVICES_STOP_PATIENCE);
            stop(supervisor.processes(), BROKER_STOP_PATIENCE);
        } catch (InterruptedException e) {
            // The children see our end and stop by themselves.
            Thread.currentThread().interrupt();
        }
    }

    private void stop(List<SupervisedProcess> stopped, Duration patience) throws InterruptedException {
        List<SupervisedProcess> inTime = supervisor.stop(stopped, ClassArchives.stopPatience(stopped, patience));
        if (complete) {
            ClassArchives.putInPlace(inTime);
        }
    }
}
