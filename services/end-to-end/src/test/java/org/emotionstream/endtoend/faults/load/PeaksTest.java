package org.emotionstream.endtoend.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PeaksTest {
    @Test
    void theMostOfEachFigureIsKept() {
        Peaks peaks = new Peaks();
        peaks.note(Map.of("a", 3L, "b", 1L));
        peaks.note(Map.of("a", 2L, "b", 4L, "c", 0L));
        assertThat(peaks.most()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 3L, "b", 4L, "c", 0L));
    }
}
