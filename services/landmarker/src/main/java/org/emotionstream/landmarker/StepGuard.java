package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Rejected;

/** Stands between a record and the code that it may end the process in: the step, and native code within it. */
interface StepGuard {
    /** Lets everything through. */
    StepGuard NONE = new StepGuard() {};

    /**
     * What the whole step makes of this record, or why it is not given to it. Called by several threads at once.
     *
     * @param <T> what comes of a record
     * @param rejected what comes of a record that the step is not given
     */
    default <T> T record(ConsumerRecord<byte[], byte[]> record, Supplier<T> step, Function<Rejected, T> rejected) {
        return step.get();
    }

    /**
     * What native code makes of this picture, or why it is not given to it. Called within {@link #record}.
     *
     * @param record that the picture came in
     */
    default PictureOutcome picture(
            ConsumerRecord<byte[], byte[]> record,
            RawRecord.Picture picture,
            Function<ByteBuffer, PictureOutcome> decode) {
        return decode.apply(picture.encoded());
    }

    /** The process ends because the step is stuck on this record. */
    default void stuck(ConsumerRecord<byte[], byte[]> record) {}
}
