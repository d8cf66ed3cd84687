package org.emotionstream.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.emotionstream.bench.broker.BrokerConnection;
import org.emotionstream.bench.broker.BrokerCounters;
import org.emotionstream.bench.chain.BenchChain;
import org.emotionstream.bench.inputs.InputKind;
import org.emotionstream.bench.load.ImageClient;
import org.emotionstream.bench.load.Latencies;
import org.emotionstream.bench.load.Loads;
import org.emotionstream.bench.procfs.CpuTimes;
import org.emotionstream.bench.report.BenchFigures;

/**
 * Measures a chain that has just been started: idle, with one picture at a time, saturated, and at half of that rate.
 *
 * @param chain that runs, on empty topics
 * @param plan of the measurement
 * @param kind of the pictures
 * @param progress gets a line for each phase
 */
record ChainMeasurement(BenchChain chain, BenchPlan plan, InputKind kind, Consumer<String> progress) {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOADS = Duration.ofSeconds(3);
    private static final int FIRST = 5;
    private static final double MILLIS_A_SECOND = 1_000;

    /**
     * All figures of the chain.
     *
     * @throws org.emotionstream.cli.terminal.CommandException when a picture is not answered once
     */
    BenchFigures measure(List<byte[]> pictures) throws InterruptedException {
        BenchFigures figures = new BenchFigures().addAll(start()).addAll(idle());
        try (BrokerConnection broker = BrokerConnection.to(chain.pids().get(BenchChain.BROKER));
                ImageClient client = new ImageClient(chain.bootstrapServers(), pictures)) {
            figures.addAll(singles(new Loads(client)));
            figures.addAll(new Saturation(client, broker, chain.pids(), kind, progress).measure(plan.loadTime()));
            figures.addAll(half(client, broker, figures.value(Saturation.THROUGHPUT) / 2));
        }
        return figures.addAll(ChainFigures.memory("memory.after", chain.pids()));
    }

    private BenchFigures start() {
        BenchFigures figures = new BenchFigures().add("up.time", "s", chain.startSeconds());
        return figures.add("up.cpu", "s", CpuTimes.now(chain.pids()).sumMillis() / MILLIS_A_SECOND);
    }

    private BenchFigures idle() throws InterruptedException {
        progress.accept("idle for " + IDLE.toSeconds() + " s");
        Thread.sleep(SETTLING.toMillis());
        CpuTimes before = CpuTimes.now(chain.pids());
        Thread.sleep(IDLE.toMillis());
        BenchFigures figures =
                ChainFigures.percents("idle", CpuTimes.now(chain.pids()).since(before));
        return figures.addAll(ChainFigures.memory("memory.idle", chain.pids()));
    }

    private BenchFigures singles(Loads loads) throws InterruptedException {
        progress.accept(plan.singles() + " pictures one by one");
        Latencies first = loads.singles(1);
        BenchFigures figures = new BenchFigures().add("first", "ms", first.millis(100));
        // The very first ones pay for code and connections that are used for the first time.
        loads.singles(FIRST - 1);
        return figures.addAll(ChainFigures.latencies("singles", loads.singles(plan.singles())));
    }

    private BenchFigures half(ImageClient client, BrokerConnection broker, double perSecond)
            throws InterruptedException {
        progress.accept("half of the rate, for " + plan.seconds() + " s");
        Thread.sleep(BETWEEN_LOADS.toMillis());
        Map<String, Long> pids = chain.pids();
        // Asking the broker costs it CPU, so it is asked outside of the time that is measured.
        BrokerCounters counters = broker.counters();
        int answered = client.answered();
        long requests = client.requests();
        CpuTimes before = CpuTimes.now(pids);
        Latencies latencies = new Loads(client).paced(perSecond, plan.loadTime());
        client.drain();
        CpuTimes times = CpuTimes.now(pids).since(before);
        int images = client.answered() - answered;
        long ownRequests = client.requests() - requests;
        BenchFigures figures = new BenchFigures().add("half.rate", "images/s", perSecond);
        figures.addAll(ChainFigures.latencies("half", latencies));
        figures.addAll(ChainFigures.anImage("half", times, images));
        return figures.addAll(ChainFigures.broker("half", broker.counters().since(counters), ownRequests, images));
    }
}
