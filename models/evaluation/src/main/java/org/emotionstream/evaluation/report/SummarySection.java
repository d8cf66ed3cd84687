package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Html;

/** What is good and what is bad, before all else. */
final class SummarySection {
    private SummarySection() {}

    static Optional<Section> of(ReportData data) {
        List<String> beyond = Summary.beyond(data);
        String body = data.measured()
                        .map(measured -> Html.paragraph(String.join(" ", Summary.of(measured))))
                        .orElse("")
                + (beyond.isEmpty() ? "" : Html.list(beyond));
        return body.isEmpty() ? Optional.empty() : Optional.of(new Section("summary", "In short", body));
    }
}
