package org.emotionstream.endtoend.faults.processes;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.emotionstream.cli.processes.ProcessPlan;

/** A process of a {@link ProcessPlan}, with its handle. Safe for use by many threads. */
public final class ChildProcess {
    /** How long a service or broker may take to stop. */
    public static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

    private final ProcessPlan plan;
    private final IntConsumer endedByItself;
    private Process process;
    private boolean expected;

    /**
     * @param endedByItself told the exit code when it ends and nobody here has ended it
     */
    public ChildProcess(ProcessPlan plan, IntConsumer endedByItself) {
        this.plan = plan;
        this.endedByItself = endedByItself;
    }

    /** How it is started. */
    public ProcessPlan plan() {
        return plan;
    }

    /** Starts it, unless it runs. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        process = plan.start();
        expected = false;
        process.onExit().thenAccept(this::ended);
    }

    private void ended(Process ended) {
        synchronized (this) {
            if (expected || ended != process) {
                return;
            }
        }
        endedByItself.accept(ended.exitValue());
    }

    /** SIGKILL; returns when it is gone. Also good for one that is frozen. */
    public void kill() throws InterruptedException {
        Process running = expectedToEnd();
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** SIGTERM, and SIGKILL when that takes longer than {@link #STOP_PATIENCE}. */
    public void stop() throws InterruptedException {
        Process running = expectedToEnd();
        if (running != null) {
            running.destroy();
            if (!running.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    private synchronized Process expectedToEnd() {
        expected = true;
        return process;
    }

    /** SIGSTOP: it does not run, and does not know. */
    public void freeze() throws InterruptedException {
        Command.run("kill", "-STOP", Long.toString(pid()));
    }

    /** SIGCONT. */
    public void thaw() throws InterruptedException {
        Command.run("kill", "-CONT", Long.toString(pid()));
    }

    /** Whether it runs, frozen or not. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it says that it can do its work. */
    public boolean isReady() {
        try {
            return isAlive() && plan.readiness().obstacle().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The process id of the latest start. */
    public synchronized long pid() {
        return process.pid();
    }
}
