package org.emotionstream.evaluation.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.emotionstream.evaluation.measurement.Interval;

/**
 * A table whose rows are a figure each, with its interval in numbers and drawn beside it on one axis: what the
 * template {@code intervals.html} shows.
 */
public final class IntervalTable {
    private static final int WIDTH = 240;
    private static final int CHARACTER = 8;
    private static final int MARGIN = 22;

    private final List<String> heads;
    private final boolean signed;
    private final List<Row> rows = new ArrayList<>();

    record Row(List<String> cells, Interval interval) {}

    /**
     * @param heads of the cells before the interval, then of the interval
     * @param signed whether the figures are differences: their sign is shown, and a line at zero
     */
    public IntervalTable(List<String> heads, boolean signed) {
        this.heads = List.copyOf(heads);
        this.signed = signed;
    }

    /**
     * One more row.
     *
     * @param interval its figure
     * @param cells plain text; the first names the row
     */
    public IntervalTable row(Interval interval, String... cells) {
        rows.add(new Row(List.of(cells), interval));
        return this;
    }

    public List<String> heads() {
        return heads;
    }

    public boolean signed() {
        return signed;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The axis on which all intervals are drawn. */
    public Axis axis() {
        DoubleStream ends = rows.stream()
                .map(Row::interval)
                .flatMapToDouble(one -> DoubleStream.of(one.low(), one.estimate(), one.high()));
        return Axis.around(signed ? DoubleStream.concat(ends, DoubleStream.of(0)) : ends, MARGIN, WIDTH - MARGIN);
    }

    /** Those ticks of the axis whose labels have room. */
    public List<Double> ticks() {
        Axis axis = axis();
        List<Double> ticks = axis.ticks();
        long longest =
                ticks.stream().mapToInt(tick -> axis.label(tick).length()).max().orElse(1);
        int every = ticks.size() * longest * CHARACTER > WIDTH - 2 * MARGIN ? 2 : 1;
        // Where some have no room, zero does: differences are read from there.
        int kept = IntStream.range(0, ticks.size())
                .filter(i -> ticks.get(i) == 0)
                .findFirst()
                .orElse(ticks.size() - 1);
        return IntStream.range(0, ticks.size())
                .filter(i -> (i - kept) % every == 0)
                .mapToObj(ticks::get)
                .toList();
    }
}
