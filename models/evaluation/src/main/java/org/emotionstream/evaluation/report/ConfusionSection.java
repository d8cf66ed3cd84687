package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.report.chart.Markup;

/** What is taken for what. */
final class ConfusionSection {
    private ConfusionSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured().map(measured -> {
            StringBuilder body = new StringBuilder(
                    Markup.note(
                            "Rows: label. Columns: answer. Each cell: the share of its"
                                    + " row in per cent, and the number of faces. The stronger the colour, the greater the share."));
            body.append(matrix(Evaluation.COMBINED, measured));
            measured.models().keySet().stream()
                    .filter(name -> !name.equals(Evaluation.COMBINED))
                    .forEach(name -> body.append("<details><summary>" + Markup.text(name) + "</summary>"
                            + matrix(name, measured) + "</details>\n"));
            return new Section("confusion", "Confusion", body.toString());
        });
    }

    private static String matrix(String name, Measured measured) {
        ConfusionMatrix confusion = measured.models().get(name).confusion();
        List<String> heads = new ArrayList<>(List.of(name));
        heads.addAll(Emotion.labels());
        heads.add("n");
        List<List<String>> rows = new ArrayList<>();
        for (Emotion label : Emotion.values()) {
            List<String> row = new ArrayList<>(List.of(label.label()));
            for (Emotion answer : Emotion.values()) {
                row.add(cell(confusion.count(label, answer), confusion.labelled(label)));
            }
            row.add(Markup.count(confusion.labelled(label)));
            rows.add(row);
        }
        return "<div class=\"confusion\">" + Markup.table(heads, rows) + "</div>\n";
    }

    private static String cell(int faces, int labelled) {
        double share = labelled == 0 ? 0 : (double) faces / labelled;
        return String.format(
                Locale.ROOT,
                "<td class=\"cell\" style=\"--share:%.0f%%\">%s<small>%d</small></td>",
                60 * share,
                faces == 0 ? "0" : String.format(Locale.ROOT, "%.0f", 100 * share),
                faces);
    }
}
