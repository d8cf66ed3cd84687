package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition("in", 0), new OffsetAndMetadata(7));

    @Test
    void aRebalanceABrokerThatIsAwayAndALostMembershipEndTheAttempt() {
        for (RuntimeException failure :
                List.of(new RebalanceInProgressException(), new TimeoutException(), new CommitFailedException())) {
            Failing consumer = new Failing(failure);

            assertThat(new Commits(consumer).commit(OFFSETS)).isFalse();

            assertThat(consumer.attempts).isEqualTo(1);
        }
    }

    @Test
    void whoeverWakesThePollDoesNotEndACommit() {
        Failing consumer = new Failing(new WakeupException());

        assertThat(new Commits(consumer).commit(OFFSETS)).isTrue();

        assertThat(consumer.attempts).isEqualTo(2);
    }

    /** Its commits fail in this way, then they succeed. */
    private static final class Failing extends MockConsumer<byte[], byte[]> {
        private final Queue<RuntimeException> failures;
        private int attempts;

        Failing(RuntimeException... failures) {
            super("none");
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            attempts++;
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }
    }
}
