package org.emotionstream.endtoend.faults.fault;

import org.emotionstream.endtoend.faults.Fault;
import org.emotionstream.endtoend.faults.Scene;
import org.emotionstream.endtoend.faults.Strikes;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/** All brokers are killed and stay away for a while, shorter than the deadline. */
public final class BrokersAway implements Fault {
    @Override
    public String name() {
        return "brokers-away";
    }

    @Override
    public void strike(Scene scene, Strikes strikes) throws InterruptedException {
        int inFlight = scene.awaitInFlight();
        for (ChildProcess broker : scene.cluster().brokers()) {
            broker.kill();
        }
        strikes.struck(inFlight);
        Until.outageIsOver(scene.scale().brokersAway());
        scene.cluster().start();
        strikes.recovered(scene.recover());
    }
}
