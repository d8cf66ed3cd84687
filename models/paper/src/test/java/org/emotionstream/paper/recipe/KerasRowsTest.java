package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class KerasRowsTest {
    private static final PaperPlan PLAN = PaperPlan.published(1);
    private static final List<PaperRow> ORIGINALS = PaperRows.of(91);

    @Test
    void oneThirdGetsAChangedCopyWithTheOriginalsComponentsAndLabel() {
        List<PaperRow> copies = KerasRows.copies(ORIGINALS, PLAN);

        assertThat(copies).hasSize(30);
        assertThat(new HashSet<>(copies.stream().map(PaperRow::components).toList()))
                .as("of thirty different pictures")
                .hasSize(30);
        assertThat(copies).allSatisfy(copy -> assertThat(ORIGINALS)
                .filteredOn(original -> original.components().equals(copy.components()))
                .singleElement()
                .satisfies(original -> {
                    assertThat(copy.label()).isEqualTo(original.label());
                    assertThat(copy.tile()).isNotEqualTo(original.tile());
                }));
    }

    @Test
    void keepsEveryOriginalAmongTheRows() {
        List<PaperRow> copies = KerasRows.copies(ORIGINALS, PLAN);
        KerasRows rows = KerasRows.shuffled(ORIGINALS, copies, PLAN);

        assertThat(rows.rows()).hasSize(121).containsAll(ORIGINALS).containsAll(copies);
        assertThat(rows.learned()).as("int(121 x 0.8)").isEqualTo(96);
        assertThat(rows.rows().subList(0, 91)).as("shuffled").isNotEqualTo(ORIGINALS);
        assertThat(rows.labels()[7]).isEqualTo(rows.rows().get(7).label().ordinal());
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        assertThat(KerasRows.copies(ORIGINALS, PLAN)).isEqualTo(KerasRows.copies(ORIGINALS, PLAN));
        assertThat(KerasRows.copies(ORIGINALS, PaperPlan.published(2))).isNotEqualTo(KerasRows.copies(ORIGINALS, PLAN));
    }

    @Test
    void refusesToLearnFromNothing() {
        assertThatThrownBy(() -> KerasRows.shuffled(ORIGINALS.subList(0, 1), List.of(), PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few pictures");
    }
}
