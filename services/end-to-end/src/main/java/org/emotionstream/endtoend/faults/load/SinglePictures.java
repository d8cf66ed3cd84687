package org.emotionstream.endtoend.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * Sends pictures to an idle chain, each after the one before was answered, and measures how long the answers take.
 *
 * @param sender that pauses
 * @param watch of the answers
 */
public record SinglePictures(StreamSender sender, AnswerWatch watch) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long GAP_MILLIS = 150;

    /** The median of the milliseconds from sending to the committed answer, of so many pictures. */
    public double medianMillis(int count) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TimeUnit.MILLISECONDS.sleep(GAP_MILLIS);
            ImageIdentity identity = sender.sendPicture();
            Until.met("the answer of a single picture", PATIENCE, () -> watch.hasAll(List.of(identity)));
            long nanos =
                    watch.firstAnswered().get(identity) - sender.firstSent().get(identity);
            millis.add(nanos / 1e6);
        }
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }
}
