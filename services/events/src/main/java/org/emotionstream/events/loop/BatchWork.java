package org.emotionstream.events.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.Printable;
import org.emotionstream.events.OriginHeaders;
import org.emotionstream.events.SeldomSaid;
import org.emotionstream.events.UnreadableMessageException;
import org.jboss.logging.Logger;

/** Takes one batch from its records to results that the brokers have. */
final class BatchWork {
    private static final Logger LOG = Logger.getLogger(BatchWork.class);
    private static final String UNREADABLE = "unreadable";

    private final Stage stage;
    private final Workers workers;
    private final Patience patience;
    private final LoopMetrics metrics;
    private final SeldomSaid unreadable = new SeldomSaid();

    BatchWork(Stage stage, Workers workers, Patience patience, LoopMetrics metrics) {
        this.stage = stage;
        this.workers = workers;
        this.patience = patience;
        this.metrics = metrics;
    }

    private record Work(ConsumerRecord<byte[], byte[]> record, Future<StepOutcome> outcome) {}

    /**
     * Answers these records, in their order.
     *
     * @return how many; fewer than there are when told to stop
     */
    int answer(List<ConsumerRecord<byte[], byte[]>> records, Delivery delivery) {
        List<Work> works = new ArrayList<>(records.size());
        records.forEach(record -> works.add(new Work(record, workers.begin(record))));
        int answered = 0;
        for (Work work : works) {
            StepOutcome outcome = patience.await(work.outcome(), "cannot answer " + Place.of(work.record()));
            if (outcome instanceof StepOutcome.NotBegun) {
                break;
            }
            delivery.send(work.record(), results(work.record(), outcome));
            answered++;
        }
        delivery.finish();
        return answered;
    }

    private List<ProducerRecord<byte[], byte[]>> results(ConsumerRecord<byte[], byte[]> record, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Answered answered) {
            return answered.records();
        }
        if (outcome instanceof StepOutcome.Unreadable unreadable) {
            return List.of(quarantined(record, unreadable.why()));
        }
        Throwable why = ((StepOutcome.Broken) outcome).why();
        throw new LoopException(stage.name() + " failed on " + Place.of(record) + ": " + why, why);
    }

    private ProducerRecord<byte[], byte[]> quarantined(
            ConsumerRecord<byte[], byte[]> record, UnreadableMessageException why) {
        unreadable.happened(others -> LOG.errorf(
                "%s cannot read %s and puts it on %s: %s (and %d more since this was last said)",
                stage.name(),
                Place.of(record),
                stage.quarantine(),
                Printable.of(String.valueOf(why.getMessage())),
                others));
        metrics.quarantined();
        return OriginHeaders.setAside(
                record, stage.quarantine(), record.key(), stage.name(), UNREADABLE, String.valueOf(why.getMessage()));
    }
}
