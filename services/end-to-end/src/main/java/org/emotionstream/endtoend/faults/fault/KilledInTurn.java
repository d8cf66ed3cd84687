package org.emotionstream.endtoend.faults.fault;

import java.util.Locale;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * {@code kill -9} of each service, one after the other: each once the one before is ready again, in the long form once
 * everything that waited for it is answered.
 */
public final class KilledInTurn implements Fault {
    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (int round = 0; round < scene.scale().killsOfEach(); round++) {
            for (String service : ServiceNames.ALL) {
                Kills.kill(scene, injections, service);
                if (scene.scale().isLong()) {
                    recover(scene, injections, service);
                }
                scene.chain().awaitReady(service);
            }
        }
        recover(scene, injections, "the last one");
    }

    private static void recover(Scene scene, Injections injections, String service) throws InterruptedException {
        double seconds = scene.recover();
        injections.recovered(seconds);
        scene.say(String.format(Locale.ROOT, "%s was killed, recovered after %.1f s", service, seconds));
    }
}
