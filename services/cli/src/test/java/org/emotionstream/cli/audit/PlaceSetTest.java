package org.emotionstream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.cli.records.RecordPlace;
import org.junit.jupiter.api.Test;

class PlaceSetTest {
    private final PlaceSet places = new PlaceSet();

    @Test
    void aPlaceIsNewOnce() {
        assertThat(places.add(new RecordPlace(1, 70_000))).isTrue();
        assertThat(places.add(new RecordPlace(1, 70_000))).isFalse();
        assertThat(places.add(new RecordPlace(2, 70_000))).isTrue();
        assertThat(places.contains(new RecordPlace(1, 70_000))).isTrue();
        assertThat(places.contains(new RecordPlace(1, 70_064))).isFalse();
        assertThat(places.contains(new RecordPlace(1, 4_464)))
                .as("the same bit of another block")
                .isFalse();
    }

    @Test
    void whatIsNotThereIsAGap() {
        for (long offset = 0; offset < 200_000; offset++) {
            if (offset != 5 && (offset < 65_530 || offset >= 65_540)) {
                places.add(new RecordPlace(0, offset));
            }
        }

        assertThat(places.gaps(0, 2, 200_003))
                .containsExactly(
                        new PlaceSet.Gap(0, 5, 6),
                        new PlaceSet.Gap(0, 65_530, 65_540),
                        new PlaceSet.Gap(0, 200_000, 200_003));
        assertThat(places.gaps(0, 6, 65_530)).isEmpty();
        assertThat(places.gaps(1, 3, 5)).containsExactly(new PlaceSet.Gap(1, 3, 5));
    }
}
