package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.endtoend.faults.Scene;
import org.emotionstream.endtoend.faults.Strikes;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/** Kills a service while it has something in its hands. */
final class Kills {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Kills() {}

    /**
     * SIGKILL, and started again at once. A kill counts when the group had not committed all that it could
     * read: what lay before the ends of its input just before the kill and was not committed just after it.
     * Otherwise it is killed again.
     */
    static void kill(Scene scene, Strikes strikes, String service) throws InterruptedException {
        kill(scene, strikes, service, () -> {});
    }

    /** Likewise; this happens while it is down. */
    static void kill(Scene scene, Strikes strikes, String service, Runnable whileDown) throws InterruptedException {
        while (true) {
            Until.met(
                    "records in flight for " + service,
                    PATIENCE,
                    () -> scene.lag().of(service) > 0);
            Map<TopicPartition, Long> ends = scene.lag().ends(service);
            ChildProcess process = scene.chain().service(service);
            process.kill();
            long inFlight = scene.lag().before(service, ends);
            whileDown.run();
            process.start();
            if (inFlight > 0) {
                strikes.struck(inFlight);
                return;
            }
            scene.chain().awaitReady(service);
        }
    }
}
