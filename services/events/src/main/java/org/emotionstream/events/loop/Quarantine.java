package org.emotionstream.events.loop;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.logging.RateLimitedLog;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.jboss.logging.Logger;

/** Sets aside records of our own that cannot be read, counts them and says so. Used by many threads. */
final class Quarantine {
    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private final Stage stage;
    private final LoopMetrics metrics;
    private final RateLimitedLog unreadable = new RateLimitedLog();

    Quarantine(Stage stage, LoopMetrics metrics) {
        this.stage = stage;
        this.metrics = metrics;
    }

    /** The record to produce for this one, which cannot be read. */
    ProducerRecord<byte[], byte[]> setAside(ConsumerRecord<byte[], byte[]> record, UnreadableMessageException why) {
        unreadable.log(others -> LOG.errorf(
                "%s cannot read %s and puts it on %s: %s (and %d more since the last such line)",
                stage.name(),
                Place.of(record),
                stage.quarantine(),
                Printable.of(String.valueOf(why.getMessage())),
                others));
        metrics.quarantined();
        return OriginHeaders.setAside(
                record,
                stage.quarantine(),
                record.key(),
                stage.name(),
                OriginHeaders.UNREADABLE,
                String.valueOf(why.getMessage()));
    }
}
