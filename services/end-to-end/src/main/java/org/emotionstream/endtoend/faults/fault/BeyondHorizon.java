package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * Frozen for longer than the horizon, in a chain whose topics keep records for seconds: first a worker, so
 * that pictures are answered in part and, when it comes too late, stay so; then the featurizer, so that the
 * oldest pictures are never answered but counted as expired. What is thawed finds its input still there,
 * because brokers delete later than they may.
 */
public final class BeyondHorizon implements Fault {
    private static final Duration HORIZON = Duration.ofSeconds(25);
    private static final Duration FROZEN = HORIZON.plusSeconds(8);
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    @Override
    public boolean isLongerThanDeadline() {
        return true;
    }

    @Override
    public boolean isLongerThanHorizon() {
        return true;
    }

    @Override
    public Optional<OwnChain> ownChain() {
        return Optional.of(new OwnChain(
                "horizon.",
                Map.of("emotionstream.horizon", HORIZON.toString(), "combiner.deadline", DEADLINE.toString()),
                // Four topics of five seconds and the deadline: 24 seconds.
                Map.of("retention.ms", "3000", "segment.ms", "2000")));
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (String service : List.of("cnn-worker-model-2", "featurizer")) {
            ChildProcess process = scene.chain().service(service);
            int inFlight = scene.awaitInFlight();
            process.freeze();
            injections.injected(inFlight);
            Until.outageIsOver(FROZEN);
            process.thaw();
            // What has expired by now is not waited for; what is sent from here on is answered.
            injections.recovered(scene.recoverWhatIsSentNow());
        }
    }
}
