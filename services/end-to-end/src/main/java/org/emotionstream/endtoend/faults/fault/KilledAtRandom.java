package org.emotionstream.endtoend.faults.fault;

import java.util.List;
import org.emotionstream.events.configuration.ServiceNames;

/** {@code kill -9} of any service at any moment, also while it or another one is still starting again. */
public final class KilledAtRandom implements Fault {
    private static final int MOST_PICTURES_BETWEEN = 60;

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        List<String> services = ServiceNames.ALL;
        for (int i = 0; i < scene.scale().randomKills(); i++) {
            scene.awaitSent(1 + scene.random().nextInt(MOST_PICTURES_BETWEEN));
            Kills.kill(scene, injections, services.get(scene.random().nextInt(services.size())));
        }
        injections.recovered(scene.recover());
        for (String service : services) {
            scene.chain().awaitReady(service);
        }
    }
}
