package org.emotionstream.evaluation.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotionstream.evaluation.measurement.Interval;

/** A table whose rows are a figure each, with its interval in numbers and drawn beside it on one axis. */
public final class IntervalTable {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 22;
    private static final int CHARACTER = 8;
    private static final int MARGIN = 22;

    private final List<String> heads;
    private final boolean signed;
    private final List<Row> rows = new ArrayList<>();
    private OptionalDouble reference = OptionalDouble.empty();

    private record Row(List<String> cells, Interval interval) {}

    /**
     * @param heads of the cells before the interval, then of the interval
     * @param signed whether the figures are differences: their sign is shown, and a line at zero
     */
    public IntervalTable(List<String> heads, boolean signed) {
        this.heads = List.copyOf(heads);
        this.signed = signed;
        if (signed) {
            reference = OptionalDouble.of(0);
        }
    }

    /** With a dashed line at this value. */
    public IntervalTable reference(double value) {
        reference = OptionalDouble.of(value);
        return this;
    }

    /**
     * One more row.
     *
     * @param interval its figure
     * @param cells plain text; the first names the row
     */
    public IntervalTable row(Interval interval, String... cells) {
        rows.add(new Row(Stream.of(cells).map(Markup::text).toList(), interval));
        return this;
    }

    /** The table. */
    public String html() {
        Axis axis = Axis.around(
                DoubleStream.concat(
                        rows.stream()
                                .map(Row::interval)
                                .flatMapToDouble(one -> DoubleStream.of(one.low(), one.estimate(), one.high())),
                        reference.stream()),
                MARGIN,
                WIDTH - MARGIN);
        List<String> all = new ArrayList<>(heads);
        all.add("drawn, with the interval");
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>(row.cells());
            line.add(numbers(row.interval()));
            line.add("<td class=\"drawn\">" + drawn(axis, row.interval()) + "</td>");
            cells.add(line);
        }
        List<String> foot = new ArrayList<>(java.util.Collections.nCopies(all.size(), ""));
        foot.set(all.size() - 1, "<td class=\"drawn\">" + ticks(axis) + "</td>");
        cells.add(foot);
        return "<div class=\"intervals\">" + Markup.table(all, cells) + "</div>\n";
    }

    private String numbers(Interval interval) {
        return signed
                ? Markup.signed(interval.estimate()) + " <span class=\"ends\">(" + Markup.signed(interval.low())
                        + " to " + Markup.signed(interval.high()) + ")</span>"
                : Markup.number(interval.estimate()) + " <span class=\"ends\">(" + Markup.number(interval.low())
                        + " to " + Markup.number(interval.high()) + ")</span>";
    }

    private String drawn(Axis axis, Interval interval) {
        String line = reference.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "<line class=\"reference\" x1=\"%1$.1f\" y1=\"0\" x2=\"%1$.1f\" y2=\"%2$d\"/>",
                        axis.at(reference.getAsDouble()),
                        HEIGHT)
                : "";
        return svg(
                line
                        + String.format(
                                Locale.ROOT,
                                "<line class=\"bar s0\" x1=\"%.1f\" y1=\"11\" x2=\"%.1f\" y2=\"11\"/>"
                                        + "<circle class=\"dot s0\" cx=\"%.1f\" cy=\"11\" r=\"4\"/>",
                                axis.at(interval.low()),
                                axis.at(interval.high()),
                                axis.at(interval.estimate())),
                "aria-hidden=\"true\"");
    }

    private static String ticks(Axis axis) {
        List<Double> ticks = axis.ticks();
        long longest =
                ticks.stream().mapToInt(tick -> axis.label(tick).length()).max().orElse(1);
        int every = ticks.size() * longest * CHARACTER > WIDTH - 2 * MARGIN ? 2 : 1;
        // Where some have no room, zero does: differences are read from there.
        int kept = IntStream.range(0, ticks.size())
                .filter(i -> ticks.get(i) == 0)
                .findFirst()
                .orElse(ticks.size() - 1);
        String labels = IntStream.range(0, ticks.size())
                .filter(i -> (i - kept) % every == 0)
                .mapToObj(ticks::get)
                .map(tick -> String.format(
                        Locale.ROOT,
                        "<line class=\"grid\" x1=\"%1$.1f\" y1=\"0\" x2=\"%1$.1f\" y2=\"5\"/>"
                                + "<text x=\"%1$.1f\" y=\"17\" text-anchor=\"middle\">%2$s</text>",
                        axis.at(tick),
                        axis.label(tick)))
                .collect(Collectors.joining());
        return svg(labels, "aria-hidden=\"true\"");
    }

    private static String svg(String content, String attributes) {
        return "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" "
                + attributes + ">" + content + "</svg>";
    }
}
