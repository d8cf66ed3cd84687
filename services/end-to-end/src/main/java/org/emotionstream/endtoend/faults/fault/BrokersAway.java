package org.emotionstream.endtoend.faults.fault;

import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/** All brokers are killed and stay away for a while, shorter than the deadline. */
public final class BrokersAway implements Fault {
    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        int inFlight = scene.awaitInFlight();
        for (ChildProcess broker : scene.cluster().brokers()) {
            broker.kill();
        }
        injections.injected(inFlight);
        Until.outageIsOver(scene.scale().brokersAway());
        scene.cluster().start();
        injections.recovered(scene.recover());
    }
}
