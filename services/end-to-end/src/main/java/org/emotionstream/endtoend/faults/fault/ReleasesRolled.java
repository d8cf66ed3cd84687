package org.emotionstream.endtoend.faults.fault;

import java.util.Locale;

/** The release that serves is changed for another one and back, again and again, while pictures are on their way. */
public final class ReleasesRolled implements Fault {
    private static final int ANSWERS_BETWEEN = 40;

    @Override
    public boolean rollsReleases() {
        return true;
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (int i = 0; i < scene.scale().rolls(); i++) {
            int inFlight = scene.awaitInFlight();
            double forth = scene.release().roll(scene.release().other());
            injections.injected(inFlight);
            scene.awaitAnswered(ANSWERS_BETWEEN);
            double back = scene.release().roll(scene.release().usual());
            scene.awaitAnswered(ANSWERS_BETWEEN);
            scene.say(String.format(Locale.ROOT, "releases rolled forth in %.1f s and back in %.1f s", forth, back));
        }
        injections.recovered(scene.recover());
    }
}
