package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.TableOne;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** The report of a release by the paper's recipe: Table 1, the curves of its figures 17 to 20, and what it answers. */
record PaperReport(PaperPlan plan, PaperResult result, Provenance provenance) {
    /** The last epoch is kept without a choice. */
    private static final int NOT_CHOSEN = 0;

    ReportData of(PaperTable table, EvaluationReport valid, double minimumConfidence) {
        return new ReportData(
                provenance.id(),
                made(),
                Optional.of(tableOne(table)),
                curves(),
                Optional.of(Measured.of(valid, minimumConfidence)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Map<String, String> made() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("recipe", "the paper's, as far as it is published");
        made.put("seed", Long.toString(plan.seed()));
        made.put(
                "learned from",
                String.format(
                        Locale.ROOT,
                        "%,d of %,d pictures with exactly one face and %,d changed copies",
                        result.learned(),
                        result.originals(),
                        result.copies()));
        made.put("plan", plan.toString());
        made.put("commit", provenance.commit());
        made.put("sha256 of labels.csv", provenance.labelsHash());
        made.put("sha256 of labels and pictures", provenance.dataHash());
        return made;
    }

    private static TableOne tableOne(PaperTable table) {
        List<TableOne.Row> rows = new ArrayList<>();
        for (PaperTable.Row row : table.rows()) {
            rows.add(TableOne.Row.of(
                    row.model(),
                    row.parameters(),
                    OptionalDouble.of(row.train()),
                    row.valid().accuracy(),
                    row.valid().balancedAccuracy(),
                    row.valid().macroF1()));
        }
        return new TableOne(
                String.format(Locale.ROOT, "%,d rows learned from, pictures and changed copies", table.learned()),
                String.format(
                        Locale.ROOT,
                        "the %,d faces found in %,d pictures of valid whose group is not in train",
                        table.found(),
                        table.pictures()),
                rows,
                table.majority().accuracy(),
                table.majorityClass());
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (TrainedNetwork network : result.networks()) {
            curves.add(new Curve(network.architecture().label(), plan.seed(), NOT_CHOSEN, network.history()));
        }
        curves.add(new Curve("combined", plan.seed(), NOT_CHOSEN, result.headHistory()));
        return curves;
    }
}
