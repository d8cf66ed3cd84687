package org.emotionstream.endtoend.faults.fault;

import java.util.List;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.OneIdStream;

/** A camera gives all its pictures one image id, twenty a second for ten minutes, while others send five a second. */
public final class OneId implements Fault {
    private static final int MINUTES = 10;
    // Four of five have the one id. Two cores answer no more than this with three brokers.
    private static final int PER_SECOND = 25;
    private static final int SECONDS = 60;

    @Override
    public KnownStream stream(List<byte[]> pictures) {
        return new OneIdStream(name(), pictures);
    }

    @Override
    public int perSecond(Scale scale) {
        return PER_SECOND;
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        for (int minute = 0; minute < MINUTES; minute++) {
            injections.injected(scene.awaitInFlight());
            scene.awaitSent(PER_SECOND * SECONDS);
            injections.recovered(scene.recover());
        }
    }
}
