package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import org.emotionstream.endtoend.faults.Fault;
import org.emotionstream.endtoend.faults.Scene;
import org.emotionstream.endtoend.faults.Strikes;

/** The stores of the combiner are gone when it comes back: once after a graceful stop, once after a kill. */
public final class StateDeleted implements Fault {
    private static final String COMBINER = "combiner";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "state-deleted";
    }

    @Override
    public void strike(Scene scene, Strikes strikes) throws InterruptedException {
        int inFlight = scene.awaitInFlight();
        scene.chain().service(COMBINER).stop(STOP_PATIENCE);
        scene.chain().deleteCombinerState();
        scene.chain().service(COMBINER).start();
        strikes.struck(inFlight);
        strikes.recovered(scene.recover());
        Kills.kill(scene, strikes, COMBINER, scene.chain()::deleteCombinerState);
        strikes.recovered(scene.recover());
        scene.chain().awaitReady(COMBINER);
    }
}
