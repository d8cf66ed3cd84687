package org.emotionstream.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void bothSidesAreMeasuredInTurn() throws InterruptedException {
        MeasuredRounds rounds = new Rounds(3).measure(Optional.of(side("before", 10)), side("after", 5));

        assertThat(order).containsExactly("before 1", "after 1", "before 2", "after 2", "before 3", "after 3");
        assertThat(rounds.rows())
                .containsExactly(
                        new MeasuredRounds.Row("cpu", "ms", List.of(10.0, 20.0, 30.0), List.of(5.0, 10.0, 15.0)));
        assertThat(rounds.rows().get(0).ratio()).contains(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void oneSideHasNoRatio() throws InterruptedException {
        MeasuredRounds rounds = new Rounds(2).measure(Optional.empty(), side("after", 5));

        assertThat(order).containsExactly("after 1", "after 2");
        assertThat(rounds.rows()).containsExactly(new MeasuredRounds.Row("cpu", "ms", List.of(), List.of(5.0, 10.0)));
        assertThat(rounds.rows().get(0).ratio()).isEmpty();
    }

    @Test
    void aFigureOfOneSideAloneIsShownWithoutARatio() {
        MeasuredRounds rounds = new MeasuredRounds(
                List.of(new BenchFigures().add("cpu", "ms", 4).add("gone", "ms", 1)),
                List.of(new BenchFigures().add("new", "ms", 2).add("cpu", "ms", 2)));

        assertThat(rounds.rows())
                .containsExactly(
                        new MeasuredRounds.Row("new", "ms", List.of(), List.of(2.0)),
                        new MeasuredRounds.Row("cpu", "ms", List.of(4.0), List.of(2.0)),
                        new MeasuredRounds.Row("gone", "ms", List.of(1.0), List.of()));
    }

    @Test
    void nothingIsDividedByZero() {
        MeasuredRounds rounds = new MeasuredRounds(
                List.of(new BenchFigures().add("cpu", "ms", 0)), List.of(new BenchFigures().add("cpu", "ms", 2)));

        assertThat(rounds.rows().get(0).ratio()).isEmpty();
    }

    @Test
    void aFigureIsFiniteAndHasANameOfItsOwn() {
        BenchFigures figures = new BenchFigures().add("cpu", "ms", 1);

        assertThatThrownBy(() -> figures.add("cpu", "ms", 2)).hasMessageContaining("a figure cpu already");
        assertThatThrownBy(() -> figures.add("rate", "", 1.0 / 0)).hasMessageContaining("rate is a finite number");
        assertThatThrownBy(() -> figures.value("rate")).hasMessageContaining("no figure rate");
    }

    @Test
    void tableAndJsonShowMediansAndEveryValue() throws InterruptedException {
        MeasuredRounds rounds = new Rounds(3).measure(Optional.of(side("before", 10)), side("after", 5));
        List<String> lines = new ArrayList<>();

        new BenchTable(lines::add, Sides.CHECKOUTS).print("tiles", rounds);

        assertThat(lines.get(2).split(" +"))
                .containsExactly("cpu", "20.0", "10.0", "ms", "0.500", "(0.500", "to", "0.500)");
        assertThat(BenchJson.of(
                                Instant.EPOCH,
                                new Machine("processor", 2, 100, "java"),
                                Map.of("after", "abc"),
                                Sides.CHECKOUTS,
                                Map.of("tiles", rounds))
                        .get("inputs")
                        .get("tiles")
                        .get(0)
                        .toString())
                .isEqualTo("{\"name\":\"cpu\",\"unit\":\"ms\",\"before\":[10.0,20.0,30.0],\"after\":[5.0,10.0,15.0],"
                        + "\"ratio\":{\"median\":0.5,\"least\":0.5,\"most\":0.5}}");
    }

    @Test
    void aPeerStandsBesideTheStepsWithTheRatioOfEachFigure() {
        MeasuredRounds rounds = new MeasuredRounds(
                List.of(new BenchFigures().add("sum", "ms/image", 200).add("faces", "/image", 7)),
                List.of(new BenchFigures().add("sum", "ms/image", 50).add("faces", "/image", 3.5)));
        List<String> lines = new ArrayList<>();

        new BenchTable(lines::add, Sides.HUMAN).print("photographs", rounds);

        assertThat(lines.stream().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "",
                        "photographs human steps unit steps/human (least to most)",
                        "sum 200 50.0 ms/image 0.250 (0.250 to 0.250)",
                        "faces 7.00 3.50 /image 0.500 (0.500 to 0.500)");
    }

    private Rounds.Measurement side(String name, double value) {
        return round -> {
            order.add(name + " " + round);
            return new BenchFigures().add("cpu", "ms", value * round);
        };
    }
}
