package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.Map;
import org.emotionstream.endtoend.faults.load.OverloadBounds;
import org.emotionstream.endtoend.faults.load.SinglePictures;
import org.emotionstream.endtoend.faults.load.SustainableRate;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * Twice as many records are sent as the chain can answer, and then none until all are answered. The backlog lies in {@code
 * images.raw}: what processes hold in memory and what lies in inner topics stays bounded, and once all is answered a single
 * picture is answered as quickly as before.
 */
public final class Overload implements Fault {
    private static final int TIMES = 2;
    private static final int SINGLES = 15;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration DRAINED = Duration.ofMinutes(1);

    /** While pictures are still answered, the next one is waited for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        StreamSender sender = scene.sender();
        sender.pause();
        try {
            overload(scene, injections);
        } finally {
            sender.pause();
        }
    }

    private static void overload(Scene scene, Injections injections) throws InterruptedException {
        int ended = scene.chain().endedByThemselves();
        scene.recover();
        SinglePictures singles = new SinglePictures(scene.sender(), scene.watch());
        double before = singles.medianMillis(SINGLES);
        double rate = new SustainableRate(scene.sender(), scene.watch()).perSecond(WARM_UP, MEASURED);
        OverloadBounds bounds = new OverloadBounds(rate, before, scene.residentMegabytes());
        scene.recover();
        bounds.complaintOfSent(
                        send(scene, bounds, TIMES * rate),
                        scene.open().size(),
                        scene.scale().overload())
                .ifPresent(injections::complain);
        injections.injected(scene.open().size());
        injections.recovered(drain(scene, bounds));
        double after = singlesAfter(singles, bounds);
        bounds.complaints(after).forEach(injections::complain);
        if (scene.chain().endedByThemselves() > ended) {
            injections.complain("a service has ended by itself");
        }
        scene.say(bounds.text(after));
    }

    /** Sends so many records a second for as long as the overload lasts: how many the brokers took. */
    private static int send(Scene scene, OverloadBounds bounds, double perSecond) throws InterruptedException {
        int taken = scene.sender().acknowledged();
        scene.sender().pace(perSecond, () -> true);
        long end = System.nanoTime() + scene.scale().overload().toNanos();
        while (System.nanoTime() < end) {
            look(scene, bounds);
            Until.outageIsOver(BETWEEN_LOOKS);
        }
        scene.sender().pause();
        return scene.sender().acknowledged() - taken;
    }

    private static void look(Scene scene, OverloadBounds bounds) {
        bounds.memory().note(scene.residentMegabytes());
        for (String service : ServiceNames.ALL) {
            bounds.lag().note(Map.of(service, scene.lag(service)));
        }
    }

    /** Until everything is answered and read; the seconds that it takes. */
    private static double drain(Scene scene, OverloadBounds bounds) throws InterruptedException {
        long start = System.nanoTime();
        int open = scene.open().size();
        while (open > 0) {
            int most = open;
            Until.met(
                    "an answer of " + open + " pictures",
                    PATIENCE,
                    () -> scene.open().size() < most);
            look(scene, bounds);
            Until.outageIsOver(BETWEEN_LOOKS);
            open = scene.open().size();
        }
        for (String service : ServiceNames.ALL) {
            Until.met(service + " to be at its end", PATIENCE, () -> scene.lag(service) == 0);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The median of single pictures, once it is within its bound or a minute has passed. */
    private static double singlesAfter(SinglePictures singles, OverloadBounds bounds) throws InterruptedException {
        long end = System.nanoTime() + DRAINED.toNanos();
        double millis = singles.medianMillis(SINGLES);
        while (!bounds.isQuick(millis) && System.nanoTime() < end) {
            millis = singles.medianMillis(SINGLES);
        }
        return millis;
    }
}
