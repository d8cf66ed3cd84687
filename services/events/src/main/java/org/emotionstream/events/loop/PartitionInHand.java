package org.emotionstream.events.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.emotionstream.events.loop.StepOutcome.Answered;
import org.emotionstream.events.loop.StepOutcome.Broken;
import org.emotionstream.events.loop.StepOutcome.NotBegun;

/**
 * The records of one partition that are not committed yet, in the order of their offsets: first at work, then sent,
 * then answered, which is when the brokers have all results of a record and of all records before it.
 */
final class PartitionInHand {
    private final String stage;
    private final Delivery delivery;
    private final Deque<AtWork> atWork = new ArrayDeque<>();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private int answered;
    private long next;

    /**
     * @param stage its name
     */
    PartitionInHand(String stage, Delivery delivery) {
        this.stage = stage;
        this.delivery = delivery;
    }

    private record AtWork(
            ConsumerRecord<byte[], byte[]> record, long recordBytes, CompletableFuture<StepOutcome> outcome) {
        long bytes() {
            return outcome.getNow(null) instanceof Answered answered ? Bytes.of(answered.records()) : recordBytes;
        }
    }

    /** Of the record only its place: its bytes are free for others. */
    private record Sent(String place, long offset, List<Future<RecordMetadata>> results) {
        boolean isDone() {
            return results.stream().allMatch(Future::isDone);
        }
    }

    /** Takes the next record. */
    void add(ConsumerRecord<byte[], byte[]> record, CompletableFuture<StepOutcome> outcome) {
        atWork.add(new AtWork(record, Bytes.of(record), outcome));
    }

    /**
     * Sends the results that are there, in the order of their records, as far as the delivery has room.
     *
     * @return of how many records
     * @throws LoopException when the step broke on a record
     */
    int send() {
        int before = sent.size();
        while (!atWork.isEmpty() && atWork.peek().outcome().isDone()) {
            ConsumerRecord<byte[], byte[]> record = atWork.peek().record();
            StepOutcome outcome = atWork.peek().outcome().join();
            if (outcome instanceof Broken broken) {
                throw new LoopException(stage + " failed on " + Place.of(record) + ": " + broken.why(), broken.why());
            }
            if (outcome instanceof NotBegun) {
                atWork.clear(); // nor has any behind it
                break;
            }
            List<ProducerRecord<byte[], byte[]>> results = ((Answered) outcome).records();
            if (!delivery.hasRoomFor(results)) {
                break;
            }
            atWork.remove();
            sent.add(new Sent(Place.of(record), record.offset(), delivery.send(results)));
        }
        return sent.size() - before;
    }

    /**
     * Notices what the brokers have.
     *
     * @throws LoopException when they have refused a result, or were away for too long
     */
    void acknowledge() {
        while (!sent.isEmpty() && sent.peek().isDone()) {
            Sent first = sent.peek();
            first.results().forEach(result -> check(result, first.place()));
            sent.remove();
            answered++;
            next = first.offset() + 1;
        }
    }

    private static void check(Future<RecordMetadata> result, String place) {
        try {
            result.get();
        } catch (ExecutionException e) {
            throw new LoopException("cannot produce the result of " + place + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoopException("interrupted at the result of " + place, e);
        }
    }

    /** How many records are answered and not committed. */
    int answered() {
        return answered;
    }

    /** The offset to commit for these. */
    long next() {
        return next;
    }

    /** These are committed. */
    void committed() {
        answered = 0;
    }

    /** The partition is somebody else's now: what has not begun does not begin. */
    void cancel() {
        atWork.forEach(work -> work.outcome().cancel(false));
    }

    /** How many records have no outcome yet. */
    int atWork() {
        return (int) atWork.stream().filter(work -> !work.outcome().isDone()).count();
    }

    /** Whether there is a result that can be sent. */
    boolean isResultThere() {
        return !atWork.isEmpty() && atWork.peek().outcome().isDone();
    }

    /** Whether records are answered and not committed, or will be soon. */
    boolean isToCommit() {
        return answered > 0 || !sent.isEmpty();
    }

    /** Whether there is nothing to wait for but a commit. */
    boolean isDone() {
        return atWork.isEmpty() && sent.isEmpty();
    }

    Load load() {
        long bytes = atWork.stream().mapToLong(AtWork::bytes).sum();
        return new Load(atWork.size() + sent.size() + answered, bytes);
    }
}
