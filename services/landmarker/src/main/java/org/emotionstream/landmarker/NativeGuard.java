package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.landmarks.PictureOutcome;

/** Stands between a record and the native code that looks at its picture. */
interface NativeGuard {
    /** Lets everything through. */
    NativeGuard NONE = (record, encoded, step) -> step.apply(encoded);

    /**
     * What the step makes of this picture, or why it is not given to it. Called by several threads at once.
     *
     * @param record that the picture came in
     */
    PictureOutcome apply(
            ConsumerRecord<byte[], byte[]> record, ByteBuffer encoded, Function<ByteBuffer, PictureOutcome> step);

    /** The process ends because the step is stuck on this record. */
    default void stuck(ConsumerRecord<byte[], byte[]> record) {}
}
