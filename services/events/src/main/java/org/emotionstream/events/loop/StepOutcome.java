package org.emotionstream.events.loop;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.UnreadableMessageException;

/** What became of one record on a worker thread. */
sealed interface StepOutcome {
    /** It is answered. */
    record Answered(List<ProducerRecord<byte[], byte[]>> records) implements StepOutcome {}

    /** It is none of ours. */
    record Unreadable(UnreadableMessageException why) implements StepOutcome {}

    /** The step broke on it. */
    record Broken(Throwable why) implements StepOutcome {}

    /** Its turn had not come when the service was told to stop. */
    record NotBegun() implements StepOutcome {}
}
