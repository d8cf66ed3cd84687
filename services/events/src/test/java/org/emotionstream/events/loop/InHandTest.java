package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.StepOutcome.Answered;
import org.junit.jupiter.api.Test;

/** When the results of a stage leave, and when offsets are committed. */
class InHandTest {
    private static final Duration MOST = Duration.ofMillis(250);
    private static final int BATCH = 50;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Queue<CompletableFuture<StepOutcome>> atWork = new ArrayDeque<>();
    private final InHand hand = new InHand(
            TestConfiguration.stage(Topics.of(TestConfiguration.of("localhost:9092", "")), 2, BATCH),
            new Room(2 * BATCH, 1_000_000),
            this::begin,
            new Delivery(producer),
            this::nanos);
    private long now;
    private long offset;

    @Test
    void aLoneResultLeavesAndIsCommittedAtOnce() {
        take(1);
        complete(1);

        hand.deliver(false);
        assertThat(sent()).isEqualTo(1);
        acknowledge();

        assertThat(hand.isCommitDue(false)).isTrue();
    }

    @Test
    void aBatchAfterAPauseLeavesAsOne() {
        take(40);
        complete(1);
        hand.deliver(false);
        assertThat(sent()).as("while 39 are at work").isZero();
        assertThat(hand.untilDue(MOST)).isEqualTo(Pace.LONGEST_WAIT);

        complete(39);
        hand.deliver(false);

        assertThat(sent()).isEqualTo(40);
    }

    @Test
    void resultsThatHaveWaitedLeaveWhateverIsAtWork() {
        take(40);
        complete(10);
        hand.deliver(false);
        assertThat(sent()).isZero();

        passes(Pace.LONGEST_WAIT);
        hand.deliver(false);

        assertThat(sent()).isEqualTo(10);
    }

    @Test
    void resultsThatFollowOthersGather() {
        take(1);
        complete(1);
        hand.deliver(false);
        acknowledge();
        hand.committed();
        take(1);
        complete(1);
        hand.deliver(false);
        assertThat(sent()).isEqualTo(1);
        assertThat(hand.untilDue(MOST)).isEqualTo(TestConfiguration.GATHERING);

        passes(TestConfiguration.GATHERING);
        hand.deliver(false);

        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void recordsAreNotHurriedWhileResultsGatherAndNothingIsAtWork() {
        assertThat(hand.gathersFor()).as("nothing in hand").isZero();
        take(1);
        complete(1);
        hand.deliver(false);
        take(2);
        assertThat(hand.gathersFor()).as("no result there").isZero();

        complete(1);
        assertThat(hand.gathersFor()).as("one at work").isZero();
        complete(1);
        assertThat(hand.gathersFor()).isEqualTo(TestConfiguration.GATHERING);
        passes(TestConfiguration.GATHERING);
        assertThat(hand.gathersFor()).isZero();
    }

    @Test
    void resultsLeaveAtOnceWhenTheLoopIsStopped() {
        take(10);
        complete(6);
        hand.deliver(false);
        assertThat(sent()).isZero();

        hand.deliver(true);

        assertThat(sent()).isEqualTo(6);
    }

    @Test
    void offsetsAreCommittedByTimeWhileMoreIsAtWork() {
        take(40);
        hand.committed();
        complete(11);
        hand.deliver(true);
        acknowledge();
        assertThat(hand.isCommitDue(false)).isFalse();
        passes(InHand.COMMIT_AFTER);
        assertThat(hand.isCommitDue(false)).isTrue();
        assertThat(hand.answeredOffsets()).isEqualTo(Map.of(new TopicPartition("in", 0), new OffsetAndMetadata(11)));
    }

    @Test
    void offsetsAreCommittedByCount() {
        take(BATCH + 1);
        hand.committed();
        complete(BATCH - 1);
        hand.deliver(true);
        acknowledge();
        assertThat(hand.isCommitDue(false)).isFalse();

        complete(1);
        hand.deliver(true);
        acknowledge();

        assertThat(hand.isCommitDue(false)).isTrue();
    }

    @Test
    void offsetsAreCommittedAtOnceWhenTheLoopIsStoppedAndAllIsDone() {
        take(1);
        hand.committed();
        complete(1);
        hand.deliver(true);
        acknowledge();

        assertThat(hand.isCommitDue(false)).isFalse();
        assertThat(hand.isCommitDue(true)).isTrue();
    }

    private CompletableFuture<StepOutcome> begin(ConsumerRecord<byte[], byte[]> record) {
        CompletableFuture<StepOutcome> outcome = new CompletableFuture<>();
        atWork.add(outcome);
        return outcome;
    }

    private void take(int records) {
        for (int i = 0; i < records; i++) {
            hand.take(new ConsumerRecord<>("in", 0, offset++, null, new byte[1]));
        }
    }

    private void complete(int records) {
        for (int i = 0; i < records; i++) {
            atWork.remove().complete(new Answered(List.of(new ProducerRecord<>("out", 0, null, new byte[1]))));
        }
    }

    private int sent() {
        return producer.history().size();
    }

    private void acknowledge() {
        while (producer.completeNext()) {
            // until all are
        }
        hand.deliver(false);
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }

    private long nanos() {
        return now;
    }
}
