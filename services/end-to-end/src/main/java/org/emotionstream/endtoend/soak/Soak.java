package org.emotionstream.endtoend.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.emotionstream.endtoend.faults.fault.Fault;
import org.emotionstream.endtoend.faults.fault.Injections;
import org.emotionstream.endtoend.faults.fault.Scene;
import org.emotionstream.endtoend.faults.load.SustainableRate;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * A steady load of three fifths of what the chain can answer, and nothing else: no process may end, and the native memory
 * of none may rise.
 */
final class Soak implements Fault {
    private static final double SHARE = 0.6;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int SAMPLES_A_MINUTE = 6;
    private static final double NANOS_A_MINUTE = 60e9;

    private final int minutes;
    private final Consumer<String> lines;

    /**
     * @param lines gets one each minute, and one for each process at the end
     */
    Soak(int minutes, Consumer<String> lines) {
        this.minutes = minutes;
        this.lines = lines;
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        int ended = scene.chain().endedByThemselves();
        StreamSender sender = scene.sender();
        sender.pause();
        scene.recover();
        double rate = new SustainableRate(sender, scene.watch()).perSecond(WARM_UP, MEASURED);
        scene.recover();
        lines.accept(String.format(
                Locale.ROOT, "the chain answers %.1f pictures a second; it gets %.1f", rate, rate * SHARE));
        sender.pace(rate * SHARE, () -> true);
        injections.injected(scene.awaitInFlight());
        NativeMemory memory = underLoad(scene);
        sender.pause();
        injections.recovered(scene.recover());
        memory.lines().forEach(lines);
        memory.complaints().forEach(injections::complain);
        if (scene.chain().endedByThemselves() > ended) {
            injections.complain("a service has ended by itself");
        }
    }

    private NativeMemory underLoad(Scene scene) throws InterruptedException {
        lines.accept("each process: RSS/PSS/used heap/native memory, in MB");
        ChainMemory chain = new ChainMemory(scene.processes());
        NativeMemory memory = new NativeMemory();
        long start = System.nanoTime();
        for (int sample = 1; sample <= minutes * SAMPLES_A_MINUTE; sample++) {
            long due = start + Math.round(sample * NANOS_A_MINUTE / SAMPLES_A_MINUTE);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            chain.sample(memory, (System.nanoTime() - start) / NANOS_A_MINUTE);
            if (sample % SAMPLES_A_MINUTE == 0) {
                lines.accept(minute(scene, sample / SAMPLES_A_MINUTE, due, chain));
            }
        }
        return memory;
    }

    private static String minute(Scene scene, int number, long end, ChainMemory chain) {
        Percentiles latencies = Percentiles.between(
                end - Math.round(NANOS_A_MINUTE),
                end,
                scene.sender().firstSent(),
                scene.watch().firstAnswered());
        long inner = ServiceNames.ALL.stream()
                .filter(name -> !name.equals(ServiceNames.LANDMARKER))
                .mapToLong(scene::lag)
                .sum();
        return String.format(
                Locale.ROOT,
                "minute %d: %d answers, lag %d and %d inside, p50 %.0f ms, p99 %.0f ms; %s",
                number,
                latencies.count(),
                scene.lag(ServiceNames.LANDMARKER),
                inner,
                latencies.millis(50),
                latencies.millis(99),
                chain.figures().stream().map(ProcessFigures::text).collect(Collectors.joining(", ")));
    }
}
