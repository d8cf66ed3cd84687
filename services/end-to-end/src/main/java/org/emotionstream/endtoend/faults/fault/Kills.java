package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.events.inspection.GroupLag.Unread;

/** Kills a service while it has something in its hands. */
final class Kills {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Kills() {}

    /**
     * SIGKILL, and started again at once. A kill counts when the group had not committed all that it could
     * read: what lay before the ends of its input just before the kill and was not committed just after it.
     * Otherwise it is killed again.
     */
    static void kill(Scene scene, Injections injections, String service) throws InterruptedException {
        kill(scene, injections, service, () -> {});
    }

    /** Kills a service as {@link #kill(Scene, Injections, String)} does; this happens while it is down. */
    static void kill(Scene scene, Injections injections, String service, Runnable whileDown)
            throws InterruptedException {
        while (true) {
            Until.met("records in flight for " + service, PATIENCE, () -> scene.lag(service) > 0);
            Map<TopicPartition, Unread> before = scene.unread(service);
            ChildProcess process = scene.chain().service(service);
            process.kill();
            long inFlight = scene.unread(service).entrySet().stream()
                    .mapToLong(after -> Math.max(
                            0,
                            before.get(after.getKey()).end() - after.getValue().first()))
                    .sum();
            whileDown.run();
            process.start();
            if (inFlight > 0) {
                injections.injected(inFlight);
                return;
            }
            scene.chain().awaitReady(service);
        }
    }
}
