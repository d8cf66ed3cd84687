package org.emotionstream.evaluation.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.emotionstream.evaluation.page.Markup;

/** Lines or points over two axes, with a title, labelled axes and a legend. */
public final class LineChart {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 240;
    private static final int LEFT = 52;
    private static final int BOTTOM = 44;
    private static final int MARGIN = 12;

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Series> series;
    private final List<String> extras = new ArrayList<>();
    private Axis x;
    private Axis y;

    /**
     * @param xLabel with its unit
     * @param yLabel with its unit
     */
    public LineChart(String title, String xLabel, String yLabel, List<Series> series) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.series = List.copyOf(series);
        x = Axis.around(points().mapToDouble(Series.Point::x), LEFT, WIDTH - MARGIN);
        y = Axis.around(
                points().flatMapToDouble(point -> DoubleStream.of(point.low(), point.value(), point.high())),
                HEIGHT - BOTTOM,
                MARGIN);
    }

    /** The same over these values of x. */
    public LineChart x(double low, double high) {
        x = new Axis(low, high, LEFT, WIDTH - MARGIN);
        return this;
    }

    /** The same over these values of y. */
    public LineChart y(double low, double high) {
        y = new Axis(low, high, HEIGHT - BOTTOM, MARGIN);
        return this;
    }

    /** With the line on which x and y are equal. */
    public LineChart diagonal() {
        extras.add(line("reference", x.at(0), y.at(0), x.at(1), y.at(1)));
        return this;
    }

    /** With an upright line at a value of x. */
    public LineChart mark(double value, String label) {
        double at = x.at(value);
        boolean right = at > (LEFT + WIDTH) / 2.0;
        extras.add(line("mark", at, y.from(), at, y.to())
                + String.format(
                        Locale.ROOT,
                        "<text class=\"marked\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                        at + (right ? -5 : 5),
                        MARGIN + 12,
                        right ? "end" : "start",
                        Markup.text(label)));
        return this;
    }

    /** The figure. */
    public String html() {
        String drawn = grid()
                + String.join("", extras)
                + series.stream().map(this::draw).collect(Collectors.joining());
        return "<figure class=\"chart\"><figcaption>" + Markup.text(title) + "</figcaption>\n<svg viewBox=\"0 0 "
                + WIDTH
                + " " + HEIGHT + "\" role=\"img\" aria-label=\""
                + Markup.text(title + ": " + yLabel + " over " + xLabel)
                + "\">\n" + drawn + "</svg>\n" + legend() + "</figure>\n";
    }

    private java.util.stream.Stream<Series.Point> points() {
        return series.stream().flatMap(one -> one.points().stream());
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (double tick : y.ticks()) {
            grid.append(line("grid", x.from(), y.at(tick), x.to(), y.at(tick)))
                    .append(label(x.from() - 6, y.at(tick) + 4, "end", y.label(tick)));
        }
        for (double tick : x.ticks()) {
            grid.append(line("grid", x.at(tick), y.from(), x.at(tick), y.to()))
                    .append(label(x.at(tick), y.from() + 16, "middle", x.label(tick)));
        }
        grid.append(label((x.from() + x.to()) / 2, HEIGHT - 8, "middle", xLabel));
        double middle = (y.from() + y.to()) / 2;
        grid.append(String.format(
                Locale.ROOT,
                "<text x=\"12\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 12 %.1f)\">%s</text>%n",
                middle,
                middle,
                Markup.text(yLabel)));
        return grid.toString();
    }

    private String draw(Series one) {
        StringBuilder drawn = new StringBuilder();
        if (one.marks()) {
            one.points().forEach(point -> drawn.append(marked(one.style(), point)));
        } else if (one.points().stream().anyMatch(point -> point.low() < point.high())) {
            drawn.append(band(one));
        }
        if (one.line()) {
            String path = one.points().stream()
                    .map(point -> at(point.x(), point.value()))
                    .collect(Collectors.joining(" "));
            drawn.append("<polyline class=\"line s" + one.style() + "\" points=\"" + path + "\"/>\n");
        }
        return drawn.toString();
    }

    private String band(Series one) {
        List<String> outline = new ArrayList<>();
        one.points().forEach(point -> outline.add(at(point.x(), point.high())));
        for (int i = one.points().size() - 1; i >= 0; i--) {
            outline.add(at(one.points().get(i).x(), one.points().get(i).low()));
        }
        return "<polygon class=\"band s" + one.style() + "\" points=\"" + String.join(" ", outline) + "\"/>\n";
    }

    private String marked(int style, Series.Point point) {
        return line("bar s" + style, x.at(point.x()), y.at(point.low()), x.at(point.x()), y.at(point.high()))
                + String.format(
                        Locale.ROOT,
                        "<circle class=\"dot s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n",
                        style,
                        x.at(point.x()),
                        y.at(point.value()));
    }

    private String legend() {
        if (series.size() < 2) {
            return "";
        }
        return series.stream()
                .map(one -> "<li><svg viewBox=\"0 0 28 10\" class=\"key\" aria-hidden=\"true\"><polyline class=\"line s"
                        + one.style() + "\" points=\"0,5 28,5\"/></svg>" + Markup.text(one.name()) + "</li>")
                .collect(Collectors.joining("", "<ul class=\"legend\">", "</ul>\n"));
    }

    private String at(double valueX, double valueY) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x.at(valueX), y.at(valueY));
    }

    private static String label(double left, double top, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                left,
                top,
                anchor,
                Markup.text(text));
    }

    private static String line(String style, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2);
    }
}
