package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.Markup;

/** The wrong answers that were most certain, as ids: the pictures themselves are not ours to give away. */
final class MistakeSection {
    private MistakeSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured()
                .filter(measured -> !measured.worstMistakes().isEmpty())
                .map(measured -> new Section("mistakes", "The worst mistakes", body(measured.worstMistakes())));
    }

    private static String body(List<Measured.Mistake> mistakes) {
        return Markup.paragraph(
                        "The " + mistakes.size() + " wrong answers of the combination that were most certain. The ids"
                                + " are those of the data set. Where few annotators chose the label, the mistake may be"
                                + " theirs.")
                + Markup.table(
                        List.of(
                                "picture",
                                "source",
                                "label",
                                "answer",
                                "confidence",
                                "votes for the label",
                                "face (px)"),
                        mistakes.stream().map(MistakeSection::row).toList(),
                        1,
                        2,
                        3);
    }

    private static List<String> row(Measured.Mistake mistake) {
        return List.of(
                Markup.text(mistake.id()),
                Markup.text(mistake.source()),
                Markup.text(mistake.label()),
                Markup.text(mistake.answer()),
                Markup.number(mistake.confidence()),
                mistake.votes().map(Markup::percent).orElse("–"),
                Markup.count(mistake.faceSide()));
    }
}
