package org.emotionstream.endtoend.faults.fault;

import org.emotionstream.endtoend.faults.processes.ChildProcess;

/** One broker of three is killed and comes back; the chain goes on without it meanwhile. */
public final class BrokerKilled implements Fault {
    private static final int ANSWERS_WITHOUT_IT = 60;

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (int i = 0; i < scene.scale().brokersKilled(); i++) {
            ChildProcess broker = scene.cluster().broker(i);
            int inFlight = scene.awaitInFlight();
            broker.kill();
            injections.injected(inFlight);
            injections.recovered(scene.recover());
            scene.awaitAnswered(ANSWERS_WITHOUT_IT);
            scene.cluster().start();
            injections.recovered(scene.recover());
        }
    }
}
