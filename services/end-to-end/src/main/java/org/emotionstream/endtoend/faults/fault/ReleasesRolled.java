package org.emotionstream.endtoend.faults.fault;

import java.util.Locale;
import org.emotionstream.endtoend.faults.Fault;
import org.emotionstream.endtoend.faults.Scene;
import org.emotionstream.endtoend.faults.Strikes;

/** The release that serves is changed for another one and back, again and again, while pictures are on their way. */
public final class ReleasesRolled implements Fault {
    private static final int ANSWERS_BETWEEN = 40;

    @Override
    public String name() {
        return "releases-rolled";
    }

    @Override
    public boolean rollsReleases() {
        return true;
    }

    @Override
    public void strike(Scene scene, Strikes strikes) throws InterruptedException {
        for (int i = 0; i < scene.scale().rolls(); i++) {
            int inFlight = scene.awaitInFlight();
            double forth = scene.releases().roll(scene.releases().other());
            strikes.struck(inFlight);
            scene.awaitAnswered(ANSWERS_BETWEEN);
            double back = scene.releases().roll(scene.releases().usual());
            scene.awaitAnswered(ANSWERS_BETWEEN);
            scene.say(String.format(Locale.ROOT, "releases rolled forth in %.1f s and back in %.1f s", forth, back));
        }
        strikes.recovered(scene.recover());
    }
}
