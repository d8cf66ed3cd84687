package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Asks Kafka Streams to end the transaction for the answers of one task, at the pace of its thread. */
final class AnswerCommits {
    private final ProcessorContext<?, ?> context;
    private final CommitPace pace;
    private final Runnable writer;
    private Optional<Cancellable> alarm = Optional.empty();
    private boolean atOnce;

    /**
     * @param pace shared by the tasks of a thread: their changes are in one transaction
     * @param writer writes what the task keeps back
     * @param joinsOpen whether a join is open in the task
     */
    AnswerCommits(ProcessorContext<?, ?> context, CommitPace pace, Runnable writer, BooleanSupplier joinsOpen) {
        this.context = context;
        this.pace = pace;
        this.writer = writer;
        pace.join(writer, joinsOpen);
    }

    /** An answer was sent. */
    void answered() {
        pace.answered(context.currentSystemTimeMs()).ifPresent(wait -> {
            if (wait == 0) {
                atOnce = true;
                context.commit();
            } else {
                alarm = Optional.of(
                        context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, this::end));
            }
        });
    }

    /** Whether an answer since the last question was so rare that its transaction ends at once. */
    boolean takeAtOnce() {
        boolean was = atOnce;
        atOnce = false;
        return was;
    }

    /** Nothing is open in the task now, or something is. */
    void rests(boolean now) {
        pace.rests(writer, now);
    }

    /** The task is closed; what its answers wait for is another's to ask, or comes with the interval. */
    void close() {
        if (alarm.isPresent()) {
            pace.forget();
        }
        pace.leave(writer);
        stop();
    }

    private void end(long now) {
        stop();
        pace.end(now);
        context.commit();
    }

    private void stop() {
        alarm.ifPresent(Cancellable::cancel);
        alarm = Optional.empty();
    }
}
