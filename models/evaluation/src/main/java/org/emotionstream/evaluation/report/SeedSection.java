package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.Markup;

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
                    Markup.count(seed.faces()),
                    Markup.number(seed.combined()),
                    Markup.number(seed.single()));
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
        return Markup.paragraph("Accuracy over the faces that both answered; differences paired by face, intervals by"
                        + " groups. Mean difference over the seeds " + Markup.signed(mean) + " (" + Markup.signed(least)
                        + " to " + Markup.signed(most) + ").")
                + table.html();
    }
}
