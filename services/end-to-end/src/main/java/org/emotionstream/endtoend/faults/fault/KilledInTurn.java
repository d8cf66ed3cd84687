package org.emotionstream.endtoend.faults.fault;

import java.util.Locale;
import org.emotionstream.endtoend.faults.Fault;
import org.emotionstream.endtoend.faults.Scene;
import org.emotionstream.endtoend.faults.Strikes;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * {@code kill -9} of each service, one after the other: each once the one before is ready again, in the long form once
 * everything that waited for it is answered.
 */
public final class KilledInTurn implements Fault {
    @Override
    public String name() {
        return "killed-in-turn";
    }

    @Override
    public void strike(Scene scene, Strikes strikes) throws InterruptedException {
        for (int round = 0; round < scene.scale().killsOfEach(); round++) {
            for (String service : ServiceNames.ALL) {
                Kills.kill(scene, strikes, service);
                if (scene.scale().isLong()) {
                    recover(scene, strikes, service);
                }
                scene.chain().awaitReady(service);
            }
        }
        recover(scene, strikes, "the last one");
    }

    private static void recover(Scene scene, Strikes strikes, String service) throws InterruptedException {
        double seconds = scene.recover();
        strikes.recovered(seconds);
        scene.say(String.format(Locale.ROOT, "%s was killed, recovered after %.1f s", service, seconds));
    }
}
