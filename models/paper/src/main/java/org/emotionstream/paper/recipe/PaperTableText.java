package org.emotionstream.paper.recipe;

import java.util.Locale;
import org.emotionstream.evaluation.report.TableOne;

/** Table 1 as text: for the terminal, and as Markdown for the model card. */
final class PaperTableText {
    private static final String FIGURES = "%-8s %-8s %-9s %-9s %s";

    private final PaperTable table;

    PaperTableText(PaperTable table) {
        this.table = table;
    }

    /** The table in columns, and what must be known to read it. */
    String plain() {
        StringBuilder text = new StringBuilder("Table 1: accuracies\n");
        text.append(line("", "", "the paper,", "AffectNet", "ours,", "train", "ours, split valid:"));
        text.append(line(
                "",
                "parameters",
                "train",
                "test",
                "train",
                "20 %*",
                String.format(Locale.ROOT, FIGURES, "found", "all**", "F1 of 8", "F1 of 9", "balanced")));
        for (PaperTable.Row row : table.rows()) {
            text.append(line(
                    row.model(),
                    number("%,d", row.parameters()),
                    number("%.2f", row.paperTrain()),
                    number("%.2f", row.paperTest()),
                    number("%.3f", row.train()),
                    number("%.3f", row.leakingValidation()),
                    figures(row.valid())));
        }
        text.append(line("always " + table.majorityClass(), "0", "-", "-", "-", "-", figures(table.majority())));
        return text + "\n" + notes();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-16s %10s   %-10s %-9s   %-8s %-8s   %s", cells)
                        .stripTrailing() + "\n";
    }

    private static String number(String format, Number number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String figures(PaperTable.Figures figures) {
        return String.format(
                Locale.ROOT,
                FIGURES,
                number("%.3f", figures.accuracy()),
                number("%.3f", figures.accuracyAll()),
                number("%.3f", figures.macroF1()),
                number("%.3f", figures.macroF1Nine()),
                number("%.3f", figures.balancedAccuracy()));
    }

    /** The table in Markdown, and the same notes. */
    String markdown() {
        StringBuilder text =
                new StringBuilder("| model | parameters | paper, train | paper, test | train | 20 %* | valid:"
                        + " accuracy | all** | macro-F1 of 8 | macro-F1 of 9 | balanced accuracy |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (PaperTable.Row row : table.rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.2f | %.2f | %.3f | %.3f | %s |%n",
                    row.model(),
                    row.parameters(),
                    row.paperTrain(),
                    row.paperTest(),
                    row.train(),
                    row.leakingValidation(),
                    cells(row.valid())));
        }
        text.append(String.format(
                Locale.ROOT,
                "| always %s | 0 | – | – | – | – | %s |%n",
                table.majorityClass(),
                cells(table.majority())));
        return text + "\n" + notes();
    }

    private static String cells(PaperTable.Figures figures) {
        return figures(figures).strip().replaceAll(" +", " | ");
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
