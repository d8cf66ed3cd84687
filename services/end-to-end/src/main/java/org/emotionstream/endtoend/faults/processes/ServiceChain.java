package org.emotionstream.endtoend.faults.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.chain.ChainPorts;
import org.emotionstream.cli.chain.ChainProcesses;
import org.emotionstream.cli.chain.ChainSettings;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.processes.ProcessPlan;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;

/**
 * The seven packaged services, as the command line starts them. One that ends by itself is told of, counted and
 * started again after a second, as any supervisor would.
 */
public final class ServiceChain implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Checkout checkout;
    private final ChainFolders folders;
    private final ChainProcesses processes;
    private final Map<String, String> common;
    private final Consumer<String> events;
    private final Map<String, ChildProcess> running = new LinkedHashMap<>();
    private final AtomicInteger endedByThemselves = new AtomicInteger();
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "restarts");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    /**
     * @param bootstrapServers of the brokers
     * @param common settings of all services, over those of the command line
     * @param events told of what ends by itself
     */
    public ServiceChain(
            Checkout checkout,
            Path folder,
            String bootstrapServers,
            Topics topics,
            Map<String, String> common,
            Consumer<String> events) {
        this.checkout = checkout;
        this.folders = ChainFolders.in(folder).make();
        this.common = Map.copyOf(common);
        this.events = events;
        processes = new ChainProcesses(
                checkout,
                folders,
                ChainPorts.free(),
                new ChainSettings(Optional.of(bootstrapServers), topics, ChainSettings.USUAL_SMALLEST_FACE));
    }

    /** Starts all seven and waits until they are ready. */
    public void start() throws InterruptedException {
        ServiceNames.ALL.forEach(name -> start(name, Map.of()));
        for (String name : ServiceNames.ALL) {
            awaitReady(name);
        }
    }

    /** Starts a service, with these settings over the others. It must not run. */
    public void start(String name, Map<String, String> settings) {
        start(name, settings, Map.of());
    }

    /** Starts a service, with these settings and this environment over the others. It must not run. */
    public synchronized void start(String name, Map<String, String> settings, Map<String, String> environment) {
        if (closed) {
            return;
        }
        ProcessPlan plan = with(processes.service(name), settings, environment);
        ChildProcess process = new ChildProcess(plan, code -> endedByItself(name, code));
        running.put(name, process);
        process.start();
    }

    /** Stops a service gracefully and starts it with these settings; returns when it is ready. */
    public void restart(String name, Map<String, String> settings) throws InterruptedException {
        restart(name, settings, Map.of());
    }

    /** Stops a service gracefully and starts it with these settings and this environment; returns when it is ready. */
    public void restart(String name, Map<String, String> settings, Map<String, String> environment)
            throws InterruptedException {
        service(name).stop();
        start(name, settings, environment);
        awaitReady(name);
    }

    /** The process of a service that was started. */
    public synchronized ChildProcess service(String name) {
        return running.get(name);
    }

    /**
     * One more process of a service, not started yet. It leaves the group when it ends, and the others share at once.
     *
     * @param number from 2
     */
    public ChildProcess another(String name, int number, Map<String, String> settings) {
        ProcessPlan plan = with(processes.another(name, number), settings, Map.of());
        return new ChildProcess(plan, code -> endedByItself(plan.name(), code));
    }

    /** Until the service is ready, started again if need be. */
    public void awaitReady(String name) throws InterruptedException {
        Until.met(name + " to be ready; its log is " + folders.log(name), START_PATIENCE, () -> service(name)
                .isReady());
    }

    /** How often a service has ended by itself. */
    public int endedByThemselves() {
        return endedByThemselves.get();
    }

    private void endedByItself(String name, int code) {
        endedByThemselves.incrementAndGet();
        events.accept(name + " ended by itself, exit code " + code + "; its log is " + folders.log(name));
        ChildProcess ended = service(name);
        if (ended != null) {
            restarts.schedule(() -> startAgain(ended), 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void startAgain(ChildProcess ended) {
        if (!closed && running.containsValue(ended)) {
            ended.start();
        }
    }

    private ProcessPlan with(ProcessPlan plan, Map<String, String> settings, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(common);
        all.putAll(settings);
        List<String> command = new ArrayList<>(plan.command());
        int at = command.indexOf("-jar");
        // Of two settings of one name the later wins.
        all.forEach((key, value) -> command.add(at, "-D" + key + "=" + value));
        Map<String, String> both = new HashMap<>(plan.environment());
        both.putAll(environment);
        return new ProcessPlan(plan.name(), command, both, plan.directory(), plan.log(), plan.readiness());
    }

    /** Deletes the stores of the combiner, which must not run. */
    public void deleteCombinerState() {
        ChainFolders.deleteTree(folders.data().resolve("combiner"));
    }

    /** Stops all. */
    @Override
    public void close() {
        List<ChildProcess> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(running.values());
            restarts.shutdownNow();
        }
        for (ChildProcess process : all) {
            try {
                process.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
