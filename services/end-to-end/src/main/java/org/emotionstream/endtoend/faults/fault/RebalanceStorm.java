package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.endtoend.faults.processes.ChildProcess;
import org.emotionstream.endtoend.faults.processes.Until;

/**
 * More instances of a service join its group and leave it again, one after the other as quickly as they start;
 * each time all partitions are shared anew. The landmarker's, a worker's and the combiner's group in turn.
 */
public final class RebalanceStorm implements Fault {
    private static final List<String> SERVICES = List.of("cnn-worker-model-2", "combiner", "featurizer", "landmarker");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        List<ChildProcess> members = new ArrayList<>();
        try {
            for (int i = 0; i < scene.scale().joins(); i++) {
                String service = SERVICES.get(i % SERVICES.size());
                ChildProcess member = member(scene, service, i + 2);
                members.add(member);
                member.start();
                Until.met("another " + service + " to join", PATIENCE, member::isReady);
                injections.injected(scene.awaitInFlight());
                // Every other one is killed instead: the group must find out by itself.
                if (i / SERVICES.size() % 2 == 0) {
                    member.stop();
                } else {
                    member.kill();
                }
            }
        } finally {
            for (ChildProcess member : members) {
                member.kill();
            }
        }
        injections.recovered(scene.recover());
    }

    private static ChildProcess member(Scene scene, String service, int number) {
        String state = scene.folder().resolve("data").resolve("storm-" + number).toString();
        return scene.chain().another(service, number, Map.of("combiner.state-directory", state));
    }
}
