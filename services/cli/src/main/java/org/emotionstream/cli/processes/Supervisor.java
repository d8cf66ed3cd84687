package org.emotionstream.cli.processes;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Starts processes, watches them, and stops them. A process that ends by itself is started again or is a
 * failure, whichever its maker wants. Safe for use by many threads.
 */
public final class Supervisor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Before it was ready even once; more than a picture takes that ends the landmarker until it is named: 3. */
    private static final int HOPELESS_RESTARTS = 5;

    /** Restarts after a cause that stays, such as a full disk: one, in case another program was the cause. */
    private static final int LASTING_RESTARTS = 1;

    private final Optional<Duration> restartAfter;
    private final Consumer<String> events;
    private final List<SupervisedProcess> processes = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Backoff> backoffs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "restarts");
        thread.setDaemon(true);
        return thread;
    });
    private final LogBound logs = new LogBound();
    private volatile List<Path> folders = List.of();
    private volatile Optional<ProcessEnd> failure = Optional.empty();
    private volatile Runnable change = () -> {};

    /**
     * @param restartAfter how long after it has ended by itself a process is started again the first time, more than 0:
     *     later each time, see {@link Backoff}; empty for never, and then {@link #failure()} returns how it ended
     * @param events gets one line for people whenever a process was started again or ended
     */
    public Supervisor(Optional<Duration> restartAfter, Consumer<String> events) {
        this.restartAfter = restartAfter;
        this.events = events;
        restarts.scheduleWithFixedDelay(this::boundLogs, 1, 1, TimeUnit.SECONDS);
    }

    private void boundLogs() {
        processes.forEach(process -> logs.apply(process.plan().log()));
    }

    /** From now on, {@code change} runs whenever a process was started or ended by itself. */
    public void onChange(Runnable change) {
        this.change = change;
    }

    /** Starts this process and watches it from now on. */
    public SupervisedProcess start(ProcessPlan plan) {
        SupervisedProcess process = new SupervisedProcess(plan, this::diskProblem);
        processes.add(process);
        process.start(end -> ended(process, end));
        change.run();
        return process;
    }

    /** From now on, that the disk of one of these folders is full is the cause of whatever ends. */
    public void watchDisk(List<Path> watched) {
        folders = List.copyOf(watched);
    }

    private Optional<String> diskProblem() {
        return folders.stream()
                .flatMap(folder -> DiskSpace.problem(folder).stream())
                .findFirst();
    }

    private void ended(SupervisedProcess process, ProcessEnd end) {
        if (restartAfter.isPresent()) {
            Duration wait = backoffs.computeIfAbsent(end.name(), name -> new Backoff(restartAfter.get()))
                    .after(end.uptime());
            events.accept(String.format(
                    Locale.ROOT,
                    "%s; it is started again in %.1f s; its log: %s",
                    end.inWords(),
                    wait.toMillis() / 1000.0,
                    end.log()));
            restarts.schedule(() -> startAgain(process), wait.toMillis(), TimeUnit.MILLISECONDS);
        } else if (failure.isEmpty()) {
            failure = Optional.of(end);
        }
        change.run();
    }

    private void startAgain(SupervisedProcess process) {
        try {
            process.start(end -> ended(process, end));
        } catch (UncheckedIOException e) {
            events.accept(e.getMessage() + "; it is tried again in " + Backoff.LONGEST.toSeconds() + " s");
            restarts.schedule(() -> startAgain(process), Backoff.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        events.accept(process.plan().name() + " started again, process " + process.pid());
        change.run();
    }

    /** The first process that ended by itself and stays down. */
    public Optional<ProcessEnd> failure() {
        return failure;
    }

    /** The processes in the order in which they were started. */
    public List<SupervisedProcess> processes() {
        return List.copyOf(processes);
    }

    /**
     * Waits until all of these are ready.
     *
     * @param whenReady gets each process as it becomes ready
     * @param whenWaiting gets each process that is not ready, and why, four times a second
     * @return those that are not ready in time, or when one has failed or keeps ending; empty when all are
     */
    public List<SupervisedProcess> awaitReady(
            List<SupervisedProcess> waiting,
            Duration patience,
            Consumer<SupervisedProcess> whenReady,
            BiConsumer<SupervisedProcess, String> whenWaiting)
            throws InterruptedException {
        List<SupervisedProcess> open = new ArrayList<>(waiting);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty() && !isHopeless(open) && System.nanoTime() < deadline) {
            for (SupervisedProcess process : List.copyOf(open)) {
                if (!process.isAlive()) {
                    continue;
                }
                Optional<String> why = process.plan().readiness().obstacle();
                if (why.isEmpty()) {
                    open.remove(process);
                    whenReady.accept(process);
                } else {
                    whenWaiting.accept(process, why.get());
                }
            }
            TimeUnit.NANOSECONDS.sleep(open.isEmpty() ? 0 : BETWEEN_LOOKS.toNanos());
        }
        return open;
    }

    private boolean isHopeless(List<SupervisedProcess> open) {
        return failure.isPresent() || open.stream().anyMatch(Supervisor::isHopeless);
    }

    private static boolean isHopeless(SupervisedProcess process) {
        boolean lasting = process.lastEnd()
                .flatMap(ProcessEnd::cause)
                .filter(EndCause::isLasting)
                .isPresent();
        return process.restarts() >= (lasting ? LASTING_RESTARTS : HOPELESS_RESTARTS);
    }

    /** Stops this one, as {@link #stop} does, and knows it no more. */
    public void remove(SupervisedProcess process, Duration patience) throws InterruptedException {
        stop(List.of(process), patience);
        processes.remove(process);
        change.run();
    }

    /** Kills these, whatever they are at. Idempotent. */
    public void kill(List<SupervisedProcess> killing) throws InterruptedException {
        killing.forEach(SupervisedProcess::kill);
        for (SupervisedProcess process : killing) {
            process.awaitStop(Duration.ZERO);
        }
    }

    /**
     * Stops these, all at the same time; kills those that take longer than this. Idempotent.
     *
     * @return those that were not killed: what they write as they stop is whole
     */
    public List<SupervisedProcess> stop(List<SupervisedProcess> stopping, Duration patience)
            throws InterruptedException {
        stopping.forEach(SupervisedProcess::askToStop);
        long deadline = System.nanoTime() + patience.toNanos();
        List<SupervisedProcess> inTime = new ArrayList<>();
        for (SupervisedProcess process : stopping) {
            if (process.awaitStop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                inTime.add(process);
            }
        }
        return inTime;
    }
}
