package org.emotionstream.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.emotionstream.bench.broker.BrokerConnection;
import org.emotionstream.bench.broker.BrokerCounters;
import org.emotionstream.bench.inputs.InputKind;
import org.emotionstream.bench.load.ImageClient;
import org.emotionstream.bench.load.Loads;
import org.emotionstream.bench.procfs.CpuTimes;
import org.emotionstream.bench.report.BenchFigures;
import org.emotionstream.cli.terminal.CommandException;

/**
 * Measures a chain that always has a backlog, once it is warm.
 *
 * @param client that sends
 * @param broker whose requests are counted
 * @param pids of the processes of the chain
 * @param kind of the pictures
 * @param progress gets a line for each window
 */
record Saturation(
        ImageClient client,
        BrokerConnection broker,
        Map<String, Long> pids,
        InputKind kind,
        Consumer<String> progress) {
    /** The name of the figure of images a second. */
    static final String THROUGHPUT = "saturation.throughput";

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int LEAST_ANSWERS = 20;
    private static final int MOST_WINDOWS = 12;
    private static final double AGREEMENT = 0.05;
    private static final double MILLIS_A_SECOND = 1_000;

    /** What was done while so many images were answered. */
    private record Window(CpuTimes times, int images) {
        double cpuAnImage() {
            return (double) times.sumMillis() / images;
        }

        boolean agrees(Window other) {
            return Math.abs(cpuAnImage() - other.cpuAnImage())
                    <= AGREEMENT * Math.min(cpuAnImage(), other.cpuAnImage());
        }
    }

    /** All figures; every picture is answered when this returns. */
    BenchFigures measure(Duration duration) throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> feeding =
                CompletableFuture.runAsync(() -> new Loads(client).keepBacklog(kind.backlog(), () -> !enough.get()));
        try {
            BenchFigures figures = new BenchFigures().add("saturation.warm-up", "windows", warmUp(feeding));
            return figures.addAll(measured(duration, feeding));
        } finally {
            enough.set(true);
            join(feeding);
            client.drain();
        }
    }

    private int warmUp(CompletableFuture<Void> feeding) throws InterruptedException {
        progress.accept("warm-up under load");
        Window before = window(WINDOW, feeding);
        for (int windows = 2; windows <= MOST_WINDOWS; windows++) {
            Window now = window(WINDOW, feeding);
            if (now.agrees(before)) {
                return windows;
            }
            before = now;
        }
        return MOST_WINDOWS;
    }

    private BenchFigures measured(Duration duration, CompletableFuture<Void> feeding) throws InterruptedException {
        progress.accept("saturated for " + duration.toSeconds() + " s");
        // Asking the broker costs it CPU, so it is asked outside of the time that is measured.
        BrokerCounters counters = broker.counters();
        int answered = client.answered();
        long requests = client.requests();
        Window window = window(duration, feeding);
        long ownRequests = client.requests() - requests;
        int images = client.answered() - answered;
        BrokerCounters between = broker.counters().since(counters);
        CpuTimes times = window.times();
        BenchFigures figures =
                new BenchFigures().add(THROUGHPUT, "images/s", window.images() * MILLIS_A_SECOND / times.clockMillis());
        figures.addAll(ChainFigures.anImage("saturation", times, window.images()));
        return figures.addAll(ChainFigures.broker("saturation", between, ownRequests, images));
    }

    /** At least so long, and until there are answers enough to divide by. */
    private Window window(Duration atLeast, CompletableFuture<Void> feeding) throws InterruptedException {
        int answered = client.answered();
        CpuTimes before = CpuTimes.now(pids);
        Thread.sleep(atLeast.toMillis());
        while (client.answered() - answered < LEAST_ANSWERS) {
            if (feeding.isDone()) {
                join(feeding);
            }
            Thread.sleep(10);
        }
        int images = client.answered() - answered;
        return new Window(CpuTimes.now(pids).since(before), images);
    }

    private static void join(CompletableFuture<Void> feeding) {
        try {
            feeding.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CommandException expected ? expected : e;
        }
    }
}
