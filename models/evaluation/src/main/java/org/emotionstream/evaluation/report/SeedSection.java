package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Html;
import org.emotionstream.evaluation.report.chart.IntervalTable;

/** The combination against the best single model, seed by seed. */
final class SeedSection {
    private SeedSection() {}

    static Optional<Section> of(ReportData data) {
        return data.seeds().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "seeds", "The combination against the best single model, seed by seed", body(data.seeds())));
    }

    private static String body(List<SeedResult> seeds) {
        IntervalTable table = new IntervalTable(
                List.of("", "best single", "n (faces)", "combined", "single", "difference (95 %)"), true);
        for (SeedResult seed : seeds) {
            table.row(
                    seed.difference(),
                    "seed " + seed.seed(),
                    seed.bestSingle(),
                    Html.count(seed.faces()),
                    Html.number(seed.combined()),
                    Html.number(seed.single()));
        }
        double mean = seeds.stream()
                .mapToDouble(seed -> seed.difference().estimate())
                .average()
                .orElse(0);
        double least = seeds.stream()
                .mapToDouble(seed -> seed.difference().estimate())
                .min()
                .orElse(0);
        double most = seeds.stream()
                .mapToDouble(seed -> seed.difference().estimate())
                .max()
                .orElse(0);
        return Html.paragraph("Accuracy over the faces that both answered; differences paired by face, intervals by"
                        + " groups. Mean difference over the seeds " + Html.signed(mean) + " (" + Html.signed(least)
                        + " to " + Html.signed(most) + ").")
                + table.html();
    }
}
