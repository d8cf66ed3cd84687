package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Markup;

/** What the release was made of. */
final class ProvenanceSection {
    private ProvenanceSection() {}

    static Optional<Section> of(ReportData data) {
        return data.provenance().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "provenance",
                        "How it was made",
                        "<div class=\"facts\">"
                                + Markup.table(
                                        List.of("what", "which"),
                                        data.provenance().entrySet().stream()
                                                .map(fact -> List.of(
                                                        Markup.text(fact.getKey()), Markup.text(fact.getValue())))
                                                .toList(),
                                        1)
                                + "</div>\n"));
    }
}
