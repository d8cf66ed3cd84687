package org.emotionstream.events.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.emotionstream.events.inspection.TopicException;
import org.jboss.logging.Logger;

/** Asks the broker every ten seconds for what metrics say of it, on a thread of its own. */
public final class BrokerGauges implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BrokerGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final List<Question> questions;
    private final ScheduledExecutorService thread;

    /** Something that gauges show and the broker knows. */
    public interface Question {
        /**
         * Asks.
         *
         * @throws TopicException when the broker does not answer or refuses
         */
        void ask();

        /** The last answer is void: not a number, until it is asked again. */
        void forget();
    }

    /** Begins. */
    public BrokerGauges(String stage, List<Question> questions) {
        this.questions = List.copyOf(questions);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread asking = new Thread(work, stage + "-broker-gauges");
            asking.setDaemon(true);
            return asking;
        });
        thread.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        for (Question question : questions) {
            try {
                question.ask();
            } catch (TopicException e) {
                // The service itself says that the broker is away; what is not known is no number.
                LOG.debugf("not known for metrics: %s", e.getMessage());
                question.forget();
            } catch (RuntimeException e) {
                // A defect in what only watches stops nothing, nor the other questions.
                LOG.warn("cannot ask the broker for a metric", e);
                question.forget();
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
