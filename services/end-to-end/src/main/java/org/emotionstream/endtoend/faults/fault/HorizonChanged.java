package org.emotionstream.endtoend.faults.fault;

import java.util.List;
import java.util.Map;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * All services are started again with a longer horizon, one after the other, and then with the usual one; pictures that
 * were answered before each change arrive once more after it.
 */
public final class HorizonChanged implements Fault {
    private static final int AGAIN = 200;

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        scene.awaitSent(AGAIN);
        for (Map<String, String> settings :
                List.of(Map.of("emotionstream.horizon", "PT36H"), Map.<String, String>of())) {
            int answered = scene.sender().acknowledged();
            scene.recover();
            int inFlight = scene.awaitInFlight();
            for (String service : ServiceNames.ALL) {
                scene.chain().restart(service, settings);
            }
            injections.injected(inFlight);
            injections.recovered(scene.recover());
            scene.sender().sendAgain(answered - AGAIN, answered);
        }
        scene.recoverWhatIsSentNow();
    }
}
