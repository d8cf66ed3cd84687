package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.Locale;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * The combiner is frozen for longer than its session in the group and than its transaction may be open, and thawed:
 * it loses its partitions and its transaction, and goes on with the stores that it has.
 */
public final class CombinerFrozen implements Fault {
    private static final int TIMES = 10;

    /** Sessions of the combiner are 8 seconds, its transactions 10. */
    private static final Duration FROZEN = Duration.ofSeconds(15);

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        ChildProcess combiner = scene.chain().service("combiner");
        for (int time = 0; time < (scene.scale().isLong() ? TIMES : 1); time++) {
            int inFlight = scene.awaitInFlight();
            combiner.freeze();
            injections.injected(inFlight);
            Until.outageIsOver(FROZEN);
            combiner.thaw();
            double seconds = scene.recover();
            injections.recovered(seconds);
            scene.say(String.format(Locale.ROOT, "the combiner was frozen, recovered after %.1f s", seconds));
        }
    }
}
