package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Markup;

/** What is good and what is bad, before all else. */
final class SummarySection {
    private SummarySection() {}

    static Optional<Section> of(ReportData data) {
        List<String> beyond = Summary.beyond(data);
        String body = data.measured()
                        .map(measured -> Markup.paragraph(String.join(" ", Summary.of(measured))))
                        .orElse("")
                + (beyond.isEmpty() ? "" : Markup.list(beyond));
        return body.isEmpty() ? Optional.empty() : Optional.of(new Section("summary", "In short", body));
    }
}
