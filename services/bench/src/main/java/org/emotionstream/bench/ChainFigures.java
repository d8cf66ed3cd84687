package org.emotionstream.bench;

import java.util.Map;
import java.util.Set;
import org.emotionstream.bench.broker.BrokerCounters;
import org.emotionstream.bench.load.Latencies;
import org.emotionstream.bench.procfs.CpuTimes;
import org.emotionstream.bench.procfs.Proc;
import org.emotionstream.bench.report.BenchFigures;

/** Makes figures of what was counted of a chain; their names are those of the report. */
final class ChainFigures {
    /** Over all processes of the chain. */
    static final String ALL = "all";

    private static final double MEGABYTE = 1024 * 1024;
    private static final double KILOBYTE = 1024;
    /** The kinds of requests that the way of an image consists of. */
    private static final Set<String> FREQUENT = Set.of(
            "Produce",
            "Fetch",
            "OffsetCommit",
            "AddPartitionsToTxn",
            "AddOffsetsToTxn",
            "TxnOffsetCommit",
            "EndTxn",
            "WriteTxnMarkers",
            "ListOffsets",
            "Metadata");

    private static final double[] PERCENTS = {50, 90, 99};

    private ChainFigures() {}

    /** The CPU of each process, in per cent of a core. */
    static BenchFigures percents(String name, CpuTimes times) {
        BenchFigures figures = new BenchFigures();
        times.millisByProcess()
                .forEach((process, millis) ->
                        figures.add(name + ".cpu." + process, "% of a core", times.percentOfACore(millis)));
        figures.add(name + ".cpu." + ALL, "% of a core", times.percentOfACore(times.sumMillis()));
        return figures.add(name + ".others", "% of a core", times.othersPercent());
    }

    /** The CPU of each process for each of so many images, the measuring client apart. */
    static BenchFigures anImage(String name, CpuTimes times, int images) {
        BenchFigures figures = new BenchFigures();
        times.millisByProcess()
                .forEach((process, millis) ->
                        figures.add(name + ".cpu." + process, "ms/image", (double) millis / images));
        figures.add(name + ".cpu." + ALL, "ms/image", (double) times.sumMillis() / images);
        figures.add(name + ".client", "ms/image", (double) times.ownMillis() / images);
        return figures.add(name + ".others", "% of a core", times.othersPercent());
    }

    /** The memory of each process, where pages that several processes share are counted once in all. */
    static BenchFigures memory(String name, Map<String, Long> pids) {
        BenchFigures figures = new BenchFigures();
        double sum = 0;
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            double megabytes = Proc.proportionalBytes(process.getValue()) / MEGABYTE;
            figures.add(name + "." + process.getKey(), "MB (PSS)", megabytes);
            sum += megabytes;
        }
        return figures.add(name + "." + ALL, "MB (PSS)", sum);
    }

    /** The percentiles of these times. */
    static BenchFigures latencies(String name, Latencies latencies) {
        BenchFigures figures = new BenchFigures();
        for (double percent : PERCENTS) {
            figures.add(name + ".p" + Math.round(percent), "ms", latencies.millis(percent));
        }
        return figures;
    }

    /**
     * What the broker has done for each of so many images; the kinds of requests that hardly come are one figure.
     *
     * @param ownRequests of the measuring client, which are taken off the sum, and not off the kinds
     */
    static BenchFigures broker(String name, BrokerCounters counters, long ownRequests, int images) {
        BenchFigures figures = new BenchFigures();
        figures.add(name + ".requests." + ALL, "/image", (double) (counters.sum() - ownRequests) / images);
        double rare = 0;
        for (Map.Entry<String, Long> kind : counters.requests().entrySet()) {
            double anImage = (double) kind.getValue() / images;
            if (FREQUENT.contains(kind.getKey())) {
                figures.add(name + ".requests." + kind.getKey(), "/image", anImage);
            } else {
                rare += anImage;
            }
        }
        figures.add(name + ".requests.other", "/image", rare);
        figures.add(name + ".bytes-in", "KB/image", counters.bytesIn() / KILOBYTE / images);
        return figures.add(name + ".bytes-out", "KB/image", counters.bytesOut() / KILOBYTE / images);
    }
}
