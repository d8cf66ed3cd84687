package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakenOffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("images", 0);
    private static final TopicPartition SECOND = new TopicPartition("images", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final TakenOffsets taken = new TakenOffsets();

    @BeforeEach
    void readBothPartitions() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(3), SECOND, new OffsetAndMetadata(5)));
    }

    @Test
    void setsThePositionBehindTheLastTakenRecord() {
        taken.taken(upTo(FIRST, 7));
        taken.passedOver(SECOND, 8);
        moveTo(20);

        taken.restore(consumer);

        assertPositions(7, 9);
    }

    @Test
    void setsThePositionToTheCommittedOffsetWhereNothingWasTaken() {
        moveTo(20);

        taken.restore(consumer);

        assertPositions(3, 5);
    }

    @Test
    void forgetsWhatWasTakenOfAPartitionThatWasGivenUp() {
        taken.taken(upTo(FIRST, 7));
        taken.taken(upTo(SECOND, 9));
        taken.forget(List.of(FIRST));
        moveTo(20);

        taken.restore(consumer);

        assertPositions(3, 9);
    }

    private static ConsumerRecords<byte[], byte[]> upTo(TopicPartition partition, long next) {
        return new ConsumerRecords<>(Map.of(), Map.of(partition, new OffsetAndMetadata(next)));
    }

    private void moveTo(long offset) {
        consumer.seek(FIRST, offset);
        consumer.seek(SECOND, offset);
    }

    private void assertPositions(long first, long second) {
        assertThat(consumer.position(FIRST)).isEqualTo(first);
        assertThat(consumer.position(SECOND)).isEqualTo(second);
    }
}
