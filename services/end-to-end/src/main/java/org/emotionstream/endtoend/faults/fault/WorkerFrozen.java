package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.Map;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * A worker is frozen for longer than the deadline and its session in the group, and thawed: answers in part
 * first, and then, on {@code emotions.amended}, whole ones, the same as if nothing had happened.
 */
public final class WorkerFrozen implements Fault {
    private static final String COMBINER = "combiner";
    private static final Duration DEADLINE = Duration.ofSeconds(6);

    /** Sessions of the loop are 10 seconds. */
    private static final Duration FROZEN = Duration.ofSeconds(14);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public boolean isLongerThanDeadline() {
        return true;
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        scene.chain().restart(COMBINER, Map.of("combiner.deadline", DEADLINE.toString()));
        scene.recover();
        ChildProcess worker = scene.chain().service("cnn-worker-model-2");
        int inFlight = scene.awaitInFlight();
        worker.freeze();
        injections.injected(inFlight);
        Until.outageIsOver(FROZEN);
        worker.thaw();
        injections.recovered(scene.recover());
        // What does not come is a row that is not clean, no reason to stop.
        Until.within(PATIENCE, scene.watch()::isAmended);
        scene.chain().restart(COMBINER, Map.of());
    }
}
