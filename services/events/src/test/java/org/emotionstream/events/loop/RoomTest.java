package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Room ROOM = new Room(100, 1_000);
    private static final Load RECORD = new Load(1, 100);

    @Test
    void onePartitionAloneFillsHalf() {
        assertThat(filled(1)).isEqualTo(new Load(5, 500));
    }

    @Test
    void partitionsThatStandStillLeaveRoomToTheNext() {
        Load stuck = new Load(3, 300);

        assertThat(ROOM.isLeft(Load.NONE, stuck.plus(stuck))).isTrue();
        assertThat(ROOM.isLeft(stuck, stuck.plus(stuck).plus(stuck))).isFalse();
    }

    @Test
    void nothingIsLeftWhenAllIsInHand() {
        assertThat(ROOM.isLeft(Load.NONE, new Load(10, 1_000))).isFalse();
        assertThat(ROOM.isLeft(Load.NONE, new Load(100, 10))).isFalse();
    }

    @Test
    void theLandmarkerHasRoomForEightRecordsOfThreeMegabytes() {
        Room room = Room.of(TestConfiguration.rawStage(new Topics("t."), 4, 32));

        assertThat(room.bytes()).isGreaterThan(8 * 3_000_000L);
        assertThat(room.records()).isEqualTo(64);
    }

    /** What is in hand when nothing is worked on and all of these partitions have a backlog. */
    private static Load filled(int partitions) {
        Load[] each = new Load[partitions];
        java.util.Arrays.fill(each, Load.NONE);
        for (boolean more = true; more; ) {
            more = false;
            for (int i : IntStream.range(0, partitions).toArray()) {
                Load all = java.util.Arrays.stream(each).reduce(Load.NONE, Load::plus);
                if (ROOM.isLeft(each[i], all)) {
                    each[i] = each[i].plus(RECORD);
                    more = true;
                }
            }
        }
        return each[0];
    }
}
