package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * The workers are stopped, come back, and find a backlog, one of them at half the rate of the others: its answers are
 * later than the deadline, and nothing may be answered in part.
 *
 * <p>The featurizer is stopped first and started last. Else a worker that is the last to stop or the first to start would
 * answer while the others are away, which makes answers in part once it takes longer than the deadline.
 */
public final class CatchingUp implements Fault {
    private static final String COMBINER = "combiner";
    private static final String FEATURIZER = "featurizer";
    private static final String SLOW = "cnn-worker-model-3";
    private static final List<String> WORKERS =
            List.of(SLOW, "cnn-worker-model-1", "cnn-worker-model-2", "cnn-worker-model-4");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int WAITING = 1_300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So that enough pictures wait after a minute. */
    @Override
    public int perSecond(Scale scale) {
        return 3 * scale.perSecond() / 2;
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        scene.chain().service(FEATURIZER).stop();
        for (String worker : WORKERS) {
            Until.met(worker + " to be at its end", PATIENCE, () -> scene.lag(worker) == 0);
        }
        for (String worker : WORKERS) {
            scene.chain().service(worker).stop();
        }
        Until.met("pictures that wait", PATIENCE, () -> scene.lag(FEATURIZER) >= WAITING);
        for (String worker : WORKERS) {
            scene.chain().start(worker, slowed(worker));
        }
        for (String worker : WORKERS) {
            scene.chain().awaitReady(worker);
        }
        scene.chain().restart(COMBINER, Map.of("combiner.deadline", DEADLINE.toString()));
        int inFlight = scene.awaitInFlight();
        scene.chain().start(FEATURIZER, Map.of());
        injections.injected(inFlight);
        Until.met("a backlog of the slow worker", PATIENCE, () -> scene.lag(SLOW) >= WAITING / 2);
        double seconds = scene.recover();
        injections.recovered(seconds);
        if (seconds < 2 * DEADLINE.toSeconds()) {
            throw new IllegalStateException("the slow worker has caught up within two deadlines");
        }
        scene.chain().restart(COMBINER, Map.of());
        for (String worker : WORKERS) {
            scene.chain().restart(worker, Map.of());
        }
    }

    /**
     * What a worker has in hand, two batches, waits this long before it is sent. Even on a busy machine that is below half
     * a deadline, after which a worker counts as one that stands still.
     */
    private static Map<String, String> slowed(String worker) {
        return Map.of("emotionstream.kafka.\"linger.ms\"", worker.equals(SLOW) ? "2000" : "1000");
    }
}
