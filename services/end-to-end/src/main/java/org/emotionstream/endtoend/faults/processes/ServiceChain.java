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
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

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

    /** Likewise, with this environment. */
    public synchronized void start(String name, Map<String, String> settings, Map<String, String> environment) {
        if (closed) {
            return;
        }
        Map<String, String> all = new HashMap<>(common);
        all.putAll(settings);
        ChildProcess process = new ChildProcess(with(plan(name), all, environment), code -> endedByItself(name, code));
        running.put(name, process);
        process.start();
    }

    /** Stops a service gracefully and starts it with these settings; returns when it is ready. */
    public void restart(String name, Map<String, String> settings) throws InterruptedException {
        restart(name, settings, Map.of());
    }

    /** Likewise, with this environment. */
    public void restart(String name, Map<String, String> settings, Map<String, String> environment)
            throws InterruptedException {
        service(name).stop(STOP_PATIENCE);
        start(name, settings, environment);
        awaitReady(name);
    }

    /** The process of a service that was started. */
    public synchronized ChildProcess service(String name) {
        return running.get(name);
    }

    /** A process that is another instance of the group of this service, not started yet. */
    public ChildProcess another(String name, String instance, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(common);
        all.putAll(settings);
        all.put("quarkus.http.port", Integer.toString(ChainPorts.free().of(name)));
        ProcessPlan plan = with(plan(name), all, Map.of());
        // Without a name of its own it leaves the group when it ends, and the others share at once.
        List<String> command = plan.command().stream()
                .filter(word -> !word.startsWith("-Demotionstream.instance-id="))
                .toList();
        return new ChildProcess(
                new ProcessPlan(
                        name + "-" + instance,
                        command,
                        plan.environment(),
                        plan.directory(),
                        folders.log(name + "-" + instance),
                        plan.readiness()),
                code -> endedByItself(name + "-" + instance, code));
    }

    /** Until the service is ready, started again if need be. */
    public void awaitReady(String name) throws InterruptedException {
        Until.met(name + " to be ready; its log is " + folders.log(name), START_PATIENCE, () -> service(name)
                .isReady());
    }

    /** Where the combiner keeps its stores. */
    public Path combinerState() {
        return folders.data().resolve("combiner");
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

    private ProcessPlan plan(String name) {
        return processes.services().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    private static ProcessPlan with(ProcessPlan plan, Map<String, String> settings, Map<String, String> environment) {
        List<String> command = new ArrayList<>(plan.command());
        int at = command.indexOf("-jar");
        // Of two settings of one name the later wins.
        settings.forEach((key, value) -> command.add(at, "-D" + key + "=" + value));
        Map<String, String> both = new HashMap<>(plan.environment());
        both.putAll(environment);
        return new ProcessPlan(plan.name(), command, both, plan.directory(), plan.log(), plan.readiness());
    }

    /** Deletes the stores of the combiner, which must not run. */
    public void deleteCombinerState() {
        ChainFolders.deleteTree(combinerState());
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
