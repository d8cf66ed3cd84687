package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.junit.jupiter.api.Test;

class HeldBackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final TopicPartition PARTITION = new TopicPartition("images.raw", 2);
    private static final RuntimeException WHY = new CorruptRecordException("Record is corrupt");

    private final AtomicLong now = new AtomicLong();
    private final HeldBack heldBack =
            new HeldBack("test", new LoopMetrics(new SimpleMeterRegistry(), "test"), PATIENCE, now::get);

    @Test
    void isNotFetchedUntilTheNextTryIsDue() {
        assertThat(heldBack.failed(PARTITION, 17, WHY)).isFalse();

        assertThat(heldBack.holds(PARTITION)).isTrue();
        assertThat(heldBack.due()).isEmpty();
        assertThat(heldBack.words())
                .isEqualTo("topic images.raw partition 2 is held back at offset 17, which cannot be read: " + WHY);
        pass(Duration.ofSeconds(6));
        assertThat(heldBack.due()).containsExactly(PARTITION);
        heldBack.tries(PARTITION);
        assertThat(heldBack.holds(PARTITION)).isFalse();
        assertThat(heldBack.due()).isEmpty();
        heldBack.failed(PARTITION, 17, WHY);
        assertThat(heldBack.holds(PARTITION)).isTrue();
    }

    @Test
    void isPassedOverOnceItHasFailedForAsLongAsPatienceLastsAndSoIsTheNext() {
        heldBack.failed(PARTITION, 17, WHY);
        failUntil(PATIENCE.plusSeconds(1), 17);

        assertThat(heldBack.failed(PARTITION, 17, WHY)).isTrue();
        assertThat(heldBack.words()).isEmpty();
        assertThat(heldBack.failed(PARTITION, 18, WHY)).isTrue();
    }

    @Test
    void aCodecThatThisVersionDoesNotKnowIsNeverPassedOver() {
        RuntimeException unknown = new IllegalArgumentException("Unknown compression type id: 5");
        heldBack.failed(PARTITION, 17, unknown);
        pass(PATIENCE.plusSeconds(1));

        assertThat(heldBack.failed(PARTITION, 17, unknown)).isFalse();
    }

    @Test
    void patienceBeginsAnewAfterATimeWithoutFailures() {
        heldBack.failed(PARTITION, 17, WHY);
        heldBack.read(PARTITION);
        assertThat(heldBack.words()).isEmpty();
        pass(PATIENCE.plusSeconds(1));

        assertThat(heldBack.failed(PARTITION, 90, WHY)).isFalse();
    }

    @Test
    void whoeverHasThePartitionNextJudgesForItself() {
        heldBack.failed(PARTITION, 17, WHY);

        heldBack.forget(List.of(PARTITION));

        assertThat(heldBack.holds(PARTITION)).isFalse();
        assertThat(heldBack.words()).isEmpty();
    }

    private void failUntil(Duration time, long offset) {
        while (now.get() < time.toNanos()) {
            pass(Duration.ofSeconds(5));
            if (now.get() < PATIENCE.toNanos()) {
                assertThat(heldBack.failed(PARTITION, offset, WHY)).isFalse();
            }
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
