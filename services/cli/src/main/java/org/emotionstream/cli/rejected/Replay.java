package org.emotionstream.cli.rejected;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.records.CommittedReader;
import org.emotionstream.cli.records.PlacesReader;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * Sends rejected records to images.raw once more.
 *
 * @param clients of the chain
 * @param progress gets lines on how far it is
 */
public record Replay(ChainClients clients, Consumer<String> progress) {
    private static final int CLOSE = 1;

    /**
     * Sends what is wanted and may be.
     *
     * @param attempts at a picture, the camera's included
     * @param limit of records that are sent
     * @param listener gets each record, in order, and why it was left; empty when it is on images.raw again
     * @throws CommandException when the brokers did not take a record: what was sent before is on its way
     */
    public void run(
            Predicate<RejectedRecord> wanted,
            int attempts,
            int limit,
            BiConsumer<RejectedRecord, Optional<String>> listener) {
        List<RejectedRecord> records = new RejectedTopic(clients, progress).read(Optional.empty(), wanted);
        if (records.isEmpty()) {
            return;
        }
        ReplayFacts facts = new ReplayFactReader(clients, progress).read(records);
        List<ReplayPlan.Decision> decisions = new ReplayPlan(facts, attempts, limit).decide(records);
        Map<RecordPlace, RejectedRecord> again = new HashMap<>();
        decisions.stream()
                .filter(decision -> decision.left().isEmpty())
                .forEach(decision -> again.put(decision.record().place(), decision.record()));
        send(again);
        // What was decided to be sent and is still there was not found any more.
        decisions.forEach(decision -> listener.accept(
                decision.record(),
                again.containsKey(decision.record().place())
                        ? Optional.of("images.rejected does not keep it any more")
                        : decision.left()));
    }

    /** Takes out of {@code records} those that the brokers have. */
    private void send(Map<RecordPlace, RejectedRecord> records) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        AtomicInteger taken = new AtomicInteger();
        try (CommittedReader<byte[]> reader = clients.reader(progress);
                Producer<byte[], byte[]> producer = clients.producer(new ByteArraySerializer())) {
            PlacesReader.read(
                    reader, clients.topics().imagesRejected(), List.copyOf(records.keySet()), CLOSE, rejected -> {
                        RejectedRecord parsed = records.remove(RecordPlace.of(rejected));
                        check(failure, taken);
                        producer.send(
                                ReplayRecord.of(
                                        rejected, parsed, clients.topics().imagesRaw()),
                                (metadata, exception) -> {
                                    failure.compareAndSet(null, exception);
                                    taken.addAndGet(exception == null ? 1 : 0);
                                });
                    });
            producer.flush();
        }
        check(failure, taken);
    }

    private static void check(AtomicReference<Exception> failure, AtomicInteger taken) {
        if (failure.get() != null) {
            throw new CommandException(
                    ExitCodes.SERVICE,
                    "a record could not be sent again, after " + taken.get() + " that were: "
                            + failure.get().getMessage() + "; run the command again, it goes on with the rest",
                    failure.get());
        }
    }
}
