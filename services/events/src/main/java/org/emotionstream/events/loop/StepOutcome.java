package org.emotionstream.events.loop;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What became of one record on a worker thread. */
sealed interface StepOutcome {
    /** These records are to be produced for it. */
    record Answered(List<ProducerRecord<byte[], byte[]>> records) implements StepOutcome {}

    /** The step broke on it. */
    record Broken(Throwable why) implements StepOutcome {}

    /** Its turn had not come when the service was told to stop. */
    record NotBegun() implements StepOutcome {}
}
