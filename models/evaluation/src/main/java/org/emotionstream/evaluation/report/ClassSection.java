package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.Markup;

/** Precision and recall of each class. */
final class ClassSection {
    private ClassSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured().map(measured -> new Section("classes", "Class by class", body(measured)));
    }

    private static String body(Measured measured) {
        List<Measured.ClassRow> classes =
                measured.models().get(Evaluation.COMBINED).classes();
        IntervalTable recall = new IntervalTable(List.of("", "n (faces labelled)", "recall (95 %)"), false);
        IntervalTable precision = new IntervalTable(List.of("", "n (faces answered)", "precision (95 %)"), false);
        List<String> none = new ArrayList<>();
        for (Measured.ClassRow row : classes) {
            row.recall()
                    .ifPresentOrElse(
                            interval -> recall.row(interval, row.label(), Markup.count(row.labelled())),
                            () -> none.add(row.label() + ": no face has this label"));
            row.precision()
                    .ifPresentOrElse(
                            interval -> precision.row(interval, row.label(), Markup.count(row.answered())),
                            () -> none.add(row.label() + ": never answered"));
        }
        return Markup.note("Over the faces found; Wilson's intervals, which take faces as independent.")
                + Markup.heading("Combination: of the faces with this label, the share that got it")
                + recall.html()
                + Markup.heading("Combination: of the faces with this answer, the share that has it as label")
                + precision.html()
                + (none.isEmpty() ? "" : Markup.note("No figure for " + String.join("; ", none) + "."))
                + Markup.heading("Recall / precision of each model")
                + Markup.table(heads(measured), rows(measured, classes));
    }

    private static List<String> heads(Measured measured) {
        List<String> heads = new ArrayList<>(List.of("", "n"));
        heads.addAll(measured.models().keySet());
        return heads;
    }

    private static List<List<String>> rows(Measured measured, List<Measured.ClassRow> classes) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            int index = i;
            List<String> row = new ArrayList<>(List.of(
                    Markup.text(classes.get(i).label()),
                    Markup.count(classes.get(i).labelled())));
            measured.models().values().stream()
                    .map(model -> model.classes().get(index))
                    .forEach(one -> row.add(share(one.recall()) + " / " + share(one.precision())));
            rows.add(row);
        }
        return rows;
    }

    private static String share(Optional<Interval> share) {
        return share.map(interval -> Markup.number(interval.estimate())).orElse("–");
    }
}
