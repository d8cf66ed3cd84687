package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Markup;

/** The paper's Table 1 beside ours. */
final class TableOneSection {
    private TableOneSection() {}

    static Optional<Section> of(ReportData data) {
        return data.tableOne().map(table -> new Section("table-one", "The paper's Table 1, and ours", body(table)));
    }

    private static String body(TableOne table) {
        List<List<String>> rows = new ArrayList<>();
        for (TableOne.Row row : table.rows()) {
            rows.add(List.of(
                    Markup.text(row.model()),
                    Markup.count(row.parameters()),
                    String.format(Locale.ROOT, "%.2f / %.2f", row.paperTrain(), row.paperTest()),
                    row.train().isPresent() ? Markup.number(row.train().getAsDouble()) : "–",
                    Markup.number(row.test()),
                    Markup.number(row.balanced()),
                    Markup.number(row.macroF1())));
        }
        rows.add(List.of(
                "always " + Markup.text(table.majorityClass()),
                "0",
                "–",
                "–",
                Markup.number(table.majority()),
                "–",
                "–"));
        return Markup.note(TableOne.NOT_COMPARABLE)
                + Markup.table(
                        List.of(
                                "",
                                "parameters",
                                "paper: training / test accuracy",
                                "our accuracy, training",
                                "our accuracy, test",
                                "balanced accuracy, test",
                                "macro-F1 (8 emotions), test"),
                        rows)
                + Markup.note("Training: " + table.trainedOn() + ". Test: " + table.testedOn()
                        + ". Balanced accuracy is the mean recall of the classes that occur.");
    }
}
