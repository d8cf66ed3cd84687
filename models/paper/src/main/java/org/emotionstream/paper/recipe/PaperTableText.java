package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.emotionstream.evaluation.report.TableOne;

/** Table 1 as text: for the terminal, and as Markdown for the model card. */
record PaperTableText(PaperTable table) {
    /** The table in columns, and what must be known to read it. */
    String plain() {
        StringBuilder text = new StringBuilder("Table 1: accuracies\n");
        text.append(line("", "", "the paper,", "AffectNet", "ours,", "train", "ours, split valid:", "", "", "", ""));
        text.append(line(
                "",
                "parameters",
                "train",
                "test",
                "train",
                "20 %*",
                "found",
                "all**",
                "F1 of 8",
                "F1 of 9",
                "balanced"));
        rows("-").forEach(cells -> text.append(line(cells.toArray())));
        return text + "\n" + notes();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-16s %10s   %-10s %-9s   %-8s %-8s   %-8s %-8s %-9s %-9s %s", cells)
                        .stripTrailing()
                + "\n";
    }

    /** The table in Markdown, and the same notes. */
    String markdown() {
        StringBuilder text =
                new StringBuilder("| model | parameters | paper, train | paper, test | train | 20 %* | valid:"
                        + " accuracy | all** | macro-F1 of 8 | macro-F1 of 9 | balanced accuracy |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        rows("–").forEach(cells -> text.append("| " + String.join(" | ", cells) + " |\n"));
        return text + "\n" + notes();
    }

    /**
     * The eleven cells of each model, and last of the constant answer.
     *
     * @param none what stands for a figure that there is not
     */
    private List<List<String>> rows(String none) {
        List<List<String>> rows = new ArrayList<>();
        for (PaperTable.Row row : table.rows()) {
            rows.add(cells(
                    row.valid(),
                    row.model(),
                    number("%,d", row.parameters()),
                    number("%.2f", row.paperTrain()),
                    number("%.2f", row.paperTest()),
                    number("%.3f", row.train()),
                    number("%.3f", row.leakingValidation())));
        }
        rows.add(cells(table.majority(), "always " + table.majorityClass(), "0", none, none, none, none));
        return rows;
    }

    private static List<String> cells(PaperTable.Figures valid, String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        DoubleStream.of(
                        valid.accuracy(),
                        valid.accuracyAll(),
                        valid.macroF1(),
                        valid.macroF1Nine(),
                        valid.balancedAccuracy())
                .forEach(figure -> cells.add(number("%.3f", figure)));
        return cells;
    }

    private static String number(String format, Number number) {
        return String.format(Locale.ROOT, format, number);
    }

    private String notes() {
        return String.format(
                Locale.ROOT,
                """
                train: %,d rows learned from (pictures and changed copies), by the weights of the last epoch.
                *  Keras's validation_split: the last %,d of the shuffled rows. It leaks: copies and near copies of
                   pictures learned from are among them. The paper's validation does, too.
                valid: %,d faces found in %,d pictures whose group is not in train, measured by the code that serves.
                ** Over all %,d pictures: nothing found counts as wrong.
                95 %% of the features' variance is kept by %d components; the 33 that the networks see keep %.2f %%.
                %s
                """,
                table.learned(),
                table.leaking(),
                table.found(),
                table.pictures(),
                table.pictures(),
                table.componentsFor95(),
                100 * table.explainedVariance(),
                TableOne.NOT_COMPARABLE);
    }
}
