package org.emotionstream.endtoend.faults.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.emotionstream.endtoend.faults.count.AnswerWatch;
import org.emotionstream.endtoend.faults.stream.StreamSender;

/**
 * Measures how many records a second a chain answers while a backlog keeps all of its stages busy.
 *
 * @param sender that pauses, and whose records are all answered
 * @param watch of the answers
 */
public record SustainableRate(StreamSender sender, AnswerWatch watch) {
    /** No more is unanswered: some seconds of work for every stage. */
    private static final int BACKLOG = 400;

    /** More than any chain on one machine answers, so that the backlog alone limits the sender. */
    private static final int SENT_PER_SECOND = 500;

    /**
     * Answers a second. The sender pauses when this returns, and what it has sent is not answered yet.
     *
     * @param warmUp is not counted
     * @param measured is counted
     */
    public double perSecond(Duration warmUp, Duration measured) throws InterruptedException {
        int sentBefore = sender.firstSent().size();
        int answeredBefore = answers();
        sender.pace(
                SENT_PER_SECOND, () -> sender.firstSent().size() - sentBefore - (answers() - answeredBefore) < BACKLOG);
        try {
            TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
            int answered = answers();
            long start = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(measured.toMillis());
            return (answers() - answered) * 1e9 / (System.nanoTime() - start);
        } finally {
            sender.pause();
        }
    }

    private int answers() {
        return watch.firstAnswered().size();
    }
}
