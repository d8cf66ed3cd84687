package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Command;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * A broker can write no more, as on a full disk: the largest size of a file that it may write is taken from the
 * live process. It ends by itself, and is started again once there is space.
 */
public final class BrokerDiskFull implements Fault {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Optional<String> obstacle() {
        try {
            return Command.failure(List.of("prlimit", "--version"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        ChildProcess broker = scene.cluster().broker(1);
        int inFlight = scene.awaitInFlight();
        Command.run("prlimit", "--pid", Long.toString(broker.pid()), "--fsize=1");
        injections.injected(inFlight);
        Until.met("the broker to give up", PATIENCE, () -> !broker.isAlive());
        injections.recovered(scene.recover());
        scene.cluster().start();
        injections.recovered(scene.recover());
    }
}
