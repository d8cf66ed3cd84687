package org.emotionstream.cli.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionstream.cli.costs.CostLine.Point;
import org.junit.jupiter.api.Test;

class CostLineTest {
    @Test
    void pointsOnALineGiveThatLine() {
        CostLine line = CostLine.fit(List.of(point(1, 5), point(2, 7), point(4, 11)));

        assertThat(line.fixed()).isCloseTo(3, within(1e-9));
        assertThat(line.slope()).isCloseTo(2, within(1e-9));
        assertThat(line.at(10)).isCloseTo(23, within(1e-9));
    }

    @Test
    void aPointWithALargeErrorHardlyPulls() {
        CostLine line = CostLine.fit(List.of(point(1, 1), point(2, 2), new Point(3, 30, 1e6)));

        assertThat(line.at(3)).isCloseTo(3, within(1e-3));
    }

    @Test
    void aFallingCostIsFlatAndANegativeFixedPartIsZero() {
        assertThat(CostLine.fit(List.of(point(1, 4), point(2, 2)))).satisfies(line -> {
            assertThat(line.slope()).isZero();
            assertThat(line.fixed()).isBetween(2.0, 4.0);
        });
        assertThat(CostLine.fit(List.of(point(1, 1), point(2, 4)))).satisfies(line -> {
            assertThat(line.fixed()).isZero();
            assertThat(line.slope()).isBetween(1.0, 2.0);
        });
    }

    @Test
    void oneQuantityIsNotEnough() {
        assertThatThrownBy(() -> CostLine.fit(List.of(point(1, 1), point(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different quantities");
    }

    private static Point point(double quantity, double cost) {
        return new Point(quantity, cost, cost);
    }
}
