package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Markup;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/** Whether a face keeps its emotion in another guise. */
final class SkewSection {
    private SkewSection() {}

    static Optional<Section> of(ReportData data) {
        return data.skew()
                .filter(skew -> !skew.comparisons().isEmpty())
                .map(skew -> new Section("skew", "Between training and service", body(skew)));
    }

    /** What is answered where there is no face. */
    static Optional<Section> faceFree(ReportData data) {
        return data.faceFree()
                .filter(report -> !report.sources().isEmpty())
                .map(report -> new Section("face-free", "Pictures without a face", body(report)));
    }

    private static String body(SkewReport skew) {
        return Markup.paragraph("The same faces in two guises: how many are found in both, the share of these that keep"
                        + " their most probable class, and how far the nine probabilities move (total variation, 0 to"
                        + " 1).")
                + Markup.table(
                        List.of("kind", "guises", "n (faces)", "found in both", "keep their emotion", "mean change"),
                        skew.comparisons().stream().map(SkewSection::row).toList(),
                        1);
    }

    private static List<String> row(SkewReport.Comparison one) {
        return List.of(
                Markup.text(one.kind()),
                Markup.text(one.guises()),
                Markup.count(one.faces()),
                Markup.count(one.foundInBoth()),
                one.foundInBoth() == 0 ? "–" : Markup.percent(one.kept()),
                one.foundInBoth() == 0 ? "–" : Markup.number(one.meanChange()));
    }

    private static String body(FaceFreeReport report) {
        return Markup.paragraph(
                        "Whatever the detector boxes here is none. \"Not a face\" is the right answer, an emotion is"
                                + " a wrong one.")
                + Markup.table(
                        List.of(
                                "pictures",
                                "n",
                                "boxes",
                                "boxes in 1,000",
                                "not a face",
                                "uncertain",
                                "emotions (wrong)",
                                "emotions in 1,000"),
                        report.sources().stream().map(SkewSection::row).toList());
    }

    private static List<String> row(FaceFreeReport.Source source) {
        return List.of(
                Markup.text(source.name()),
                Markup.count(source.pictures()),
                Markup.count(source.boxes()),
                thousandth(source.pictures(), source.boxesPerThousand()),
                Markup.count(source.notAFace()),
                Markup.count(source.uncertain()),
                Markup.count(source.emotions()),
                thousandth(source.pictures(), source.emotionsPerThousand()));
    }

    private static String thousandth(int pictures, double rate) {
        return pictures == 0 ? "–" : String.format(Locale.ROOT, "%.1f", rate);
    }
}
