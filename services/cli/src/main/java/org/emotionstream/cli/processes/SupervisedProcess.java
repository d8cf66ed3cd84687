package org.emotionstream.cli.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One process of a {@link ProcessPlan} and what became of it. Safe for use by many threads. */
public final class SupervisedProcess {
    private final ProcessPlan plan;
    private final Supplier<Optional<String>> outerCause;
    private Process process;
    private Instant startedAt = Instant.EPOCH;
    private int starts;
    private long logBegin;
    private Optional<ProcessEnd> lastEnd = Optional.empty();
    private boolean stopping;

    /** @param outerCause why any process ends at this moment, whatever its log says; empty when nothing is known */
    SupervisedProcess(ProcessPlan plan, Supplier<Optional<String>> outerCause) {
        this.plan = plan;
        this.outerCause = outerCause;
    }

    /**
     * Starts it, unless it is to stop or runs.
     *
     * @param whenEnded called once when it ends by itself
     */
    synchronized void start(Consumer<ProcessEnd> whenEnded) {
        if (stopping || isAlive()) {
            return;
        }
        logBegin = plan.log().toFile().length();
        process = plan.start();
        starts++;
        startedAt = Instant.now();
        process.onExit().thenAccept(ended -> ended(ended, whenEnded));
    }

    private void ended(Process ended, Consumer<ProcessEnd> whenEnded) {
        ProcessEnd end;
        synchronized (this) {
            if (stopping) {
                return;
            }
            end = new ProcessEnd(
                    plan.name(),
                    ended.exitValue(),
                    Duration.between(startedAt, Instant.now()),
                    plan.log(),
                    outerCause.get().or(() -> EndCause.of(plan.log(), logBegin, ended.exitValue())));
            lastEnd = Optional.of(end);
        }
        whenEnded.accept(end);
    }

    /** Asks it to stop (SIGTERM), and keeps it from being started again. */
    synchronized void askToStop() {
        stopping = true;
        if (isAlive()) {
            process.destroy();
        }
    }

    /** Kills it (SIGKILL), and keeps it from being started again. */
    synchronized void kill() {
        stopping = true;
        if (isAlive()) {
            process.destroyForcibly();
        }
    }

    /** Waits until it has stopped; kills it when it takes longer than this, and answers false. */
    boolean awaitStop(Duration patience) throws InterruptedException {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null || running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        running.destroyForcibly().waitFor();
        return false;
    }

    /** How it ended by itself the last time; empty when it never has. */
    public synchronized Optional<ProcessEnd> lastEnd() {
        return lastEnd;
    }

    /** How it is started. */
    public ProcessPlan plan() {
        return plan;
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process id of the latest start; 0 before the first. */
    public synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** How often it was started again. */
    public synchronized int restarts() {
        return Math.max(0, starts - 1);
    }
}
