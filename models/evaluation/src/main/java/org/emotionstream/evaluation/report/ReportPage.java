package org.emotionstream.evaluation.report;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.history.SubsetChoice;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.measurement.Pairing;
import org.emotionstream.evaluation.page.Markup;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Series;

/** What the templates of a report show that its data holds in another form. */
final class ReportPage {
    private static final List<Metric> METRICS =
            List.of(Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1, Metric.BALANCED_ACCURACY);

    private static final Map<Metric, String> TITLES = Map.of(
            Metric.ACCURACY, "Accuracy over the faces found (nine classes)",
            Metric.ACCURACY_ALL, "Accuracy over all pictures (nothing found counts as wrong)",
            Metric.MACRO_F1, "Macro-F1 over the eight emotions (faces found)",
            Metric.BALANCED_ACCURACY, "Balanced accuracy: mean recall of the classes that occur (faces found)");

    private final ReportData data;

    ReportPage(ReportData data) {
        this.data = data;
    }

    /** What was measured; only for those sections that are left out when nothing was. */
    public Measured measured() {
        return data.measured().orElseThrow();
    }

    public Measured.Model combined() {
        return measured().models().get(Evaluation.COMBINED);
    }

    public List<Emotion> emotions() {
        return List.of(Emotion.values());
    }

    public String summary() {
        return String.join(" ", Summary.of(measured()));
    }

    public List<String> beyond() {
        return Summary.beyond(data);
    }

    public String notComparable() {
        return TableOne.NOT_COMPARABLE;
    }

    /** Counts by reason, as words. */
    public String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(one -> Markup.count(one.getValue()) + " " + one.getKey())
                                .collect(Collectors.joining(", "));
    }

    /** Each metric of all models, by its title. */
    public Map<String, IntervalTable> metrics() {
        Map<String, IntervalTable> tables = new LinkedHashMap<>();
        for (Metric metric : METRICS) {
            IntervalTable table = new IntervalTable(List.of("", "n", "value (95 %)"), false);
            String faces = Markup.count(
                    metric == Metric.ACCURACY_ALL
                            ? measured().pictures()
                            : measured().found());
            measured()
                    .models()
                    .forEach((name, model) -> table.row(model.metrics().get(metric), name, faces));
            String always = "always " + measured().majority().label().label();
            // A figure that is no estimate: it has no interval of its own.
            if (metric == Metric.ACCURACY) {
                table.row(exactly(measured().majority().share()), always, faces);
            } else if (metric == Metric.ACCURACY_ALL) {
                table.row(exactly(measured().majority().shareOfAll()), always, faces);
            }
            tables.put(TITLES.get(metric), table);
        }
        return tables;
    }

    private static Interval exactly(double value) {
        return new Interval(value, value, value);
    }

    public String combination() {
        return Summary.combination(measured());
    }

    public IntervalTable againstBest() {
        Pairing pairing = measured().againstBest();
        IntervalTable table =
                new IntervalTable(List.of("", Evaluation.COMBINED, pairing.second(), "difference (95 %)"), true);
        for (Metric metric : METRICS) {
            Pairing.Difference difference = pairing.differences().get(metric);
            table.row(
                    difference.difference(),
                    metric.label(),
                    Markup.number(difference.first()),
                    Markup.number(difference.second()));
        }
        return table;
    }

    public IntervalTable seeds() {
        IntervalTable table = new IntervalTable(
                List.of("", "best single", "n (faces)", "combined", "single", "difference (95 %)"), true);
        for (SeedResult seed : data.seeds()) {
            table.row(
                    seed.difference(),
                    "seed " + seed.seed(),
                    seed.bestSingle(),
                    Markup.count(seed.faces()),
                    Markup.number(seed.combined()),
                    Markup.number(seed.single()));
        }
        return table;
    }

    public DoubleSummaryStatistics seedDifferences() {
        return data.seeds().stream()
                .mapToDouble(seed -> seed.difference().estimate())
                .summaryStatistics();
    }

    public IntervalTable recall() {
        IntervalTable table = new IntervalTable(List.of("", "n (faces labelled)", "recall (95 %)"), false);
        combined().classes().forEach(row -> row.recall()
                .ifPresent(recall -> table.row(recall, row.label(), Markup.count(row.labelled()))));
        return table;
    }

    public IntervalTable precision() {
        IntervalTable table = new IntervalTable(List.of("", "n (faces answered)", "precision (95 %)"), false);
        combined().classes().forEach(row -> row.precision()
                .ifPresent(precision -> table.row(precision, row.label(), Markup.count(row.answered()))));
        return table;
    }

    /** Which classes have no recall or no precision, and why; empty when each has both. */
    public String withoutFigure() {
        return combined().classes().stream()
                .flatMap(row -> Stream.of(
                        row.recall().isPresent() ? "" : row.label() + ": no face has this label",
                        row.precision().isPresent() ? "" : row.label() + ": never answered"))
                .filter(why -> !why.isEmpty())
                .collect(Collectors.joining("; "));
    }

    public String share(Optional<Interval> share) {
        return share.map(interval -> Markup.number(interval.estimate())).orElse("–");
    }

    /** A part of a whole as a whole number, where the whole is {@code scale}. */
    public String part(int part, int whole, int scale) {
        double share = whole == 0 ? 0 : (double) part / whole;
        return String.format(Locale.ROOT, "%.0f", scale * share);
    }

    public List<LearningCurves> curves() {
        return LearningCurves.of(data.curves());
    }

    public LineChart reliability(String model, Measured.Reliability reliability) {
        List<Series.Point> points = reliability.bins().stream()
                .map(bin -> new Series.Point(
                        bin.confidence(),
                        bin.accuracy().estimate(),
                        bin.accuracy().low(),
                        bin.accuracy().high()))
                .toList();
        return new LineChart(model, "confidence", "accuracy", List.of(new Series(model, 0, points, false, true)))
                .x(0, 1)
                .y(0, 1)
                .diagonal();
    }

    public LineChart risk() {
        return new RiskCurves(data).chart();
    }

    public Map<Double, RiskCoverage.Point> answered() {
        return new RiskCurves(data).byShare();
    }

    public int uncertain() {
        return measured().found() - measured().sure().faces();
    }

    public IntervalTable byFaceSide() {
        return bins("side of the face", measured().byFaceSide());
    }

    public IntervalTable byAgreement() {
        return bins("share of the votes", measured().byAgreement());
    }

    private static IntervalTable bins(String name, List<Measured.Bin> bins) {
        IntervalTable table = new IntervalTable(List.of(name, "n (faces)", "accuracy (95 %)"), false);
        bins.forEach(bin -> table.row(bin.accuracy(), bin.name(), Markup.count(bin.faces())));
        return table;
    }

    public IntervalTable withoutOne() {
        IntervalTable table = new IntervalTable(List.of("", "n (faces)", "accuracy", "accuracy lost (95 %)"), true);
        measured()
                .withoutOne()
                .forEach((name, pairing) -> table.row(
                        pairing.difference(Metric.ACCURACY),
                        "without " + name,
                        Markup.count(measured().found()),
                        Markup.number(pairing.differences().get(Metric.ACCURACY).second())));
        return table;
    }

    public double accuracy() {
        return combined().metrics().get(Metric.ACCURACY).estimate();
    }

    /** The sets of networks with a head that was scored, the largest first. */
    public List<SubsetChoice> subsets() {
        return data.head().orElseThrow().subsets().stream()
                .filter(subset -> subset.candidates().containsKey(subset.chosen()))
                .sorted(Comparator.comparingInt(
                                (SubsetChoice subset) -> -subset.networks().size())
                        .thenComparing(subset -> String.join(" ", subset.networks())))
                .toList();
    }

    public String networks(SubsetChoice subset) {
        return String.join(" + ", subset.networks());
    }

    /** The accuracy of those candidates that were not chosen. */
    public String others(SubsetChoice subset) {
        String others = new TreeMap<>(subset.candidates())
                .entrySet().stream()
                        .filter(one -> !one.getKey().equals(subset.chosen()))
                        .map(one -> one.getKey() + " "
                                + Markup.number(one.getValue().accuracy()))
                        .collect(Collectors.joining(", "));
        return others.isEmpty() ? "–" : others;
    }
}
