package org.emotionstream.events.loop;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.tracing.Handling;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.jboss.logging.Logger;

/**
 * A channel whose records each have a span, carry the trace on, have one line in the log, at debug, and are watched while
 * they are in the step.
 */
final class HandledChannel implements Channel {
    private static final Logger LOG = Logger.getLogger(HandledChannel.class);

    private final Channel channel;
    private final Stage stage;
    private final Tracing tracing;
    private final StepWatch watch;

    /** All three stay the caller's to close. */
    HandledChannel(Channel channel, Tracing tracing, StepWatch watch) {
        this.channel = channel;
        this.stage = channel.stage();
        this.tracing = tracing;
        this.watch = watch;
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    @SuppressWarnings("try") // The step is there to be closed.
    public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
        try (StepWatch.Step step = watch.begin(record);
                Handling handling = tracing.begin(record, stage.group())) {
            return apply(record, handling);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record, Handling handling) {
        try {
            List<ProducerRecord<byte[], byte[]>> results = channel.apply(record);
            handling.answered(results);
            if (LOG.isDebugEnabled()) {
                LOG.debugf("%s has handled %s", stage.name(), Place.of(record));
            }
            return results;
        } catch (UnreadableMessageException e) {
            handling.ended("quarantined");
            throw e;
        } catch (Throwable e) {
            // What it is the loop decides; here it is only written down.
            handling.failed(e);
            throw e;
        }
    }

    @Override
    public void begin(Consumer<String> waiting, BooleanSupplier stopped) {
        channel.begin(waiting, stopped);
    }

    @Override
    public void afterCommit() {
        channel.afterCommit();
    }
}
