package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.Markup;

/** On which faces the combination is right: large and small ones, clear and disputed ones. */
final class FaceSection {
    private FaceSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured()
                .filter(measured -> !measured.byFaceSide().isEmpty()
                        || !measured.byAgreement().isEmpty())
                .map(measured -> new Section(
                        "faces", "By size of the face, and by agreement of the annotators", body(measured)));
    }

    private static String body(Measured measured) {
        return Markup.heading("By the longer side of the face's box, in pixels of the picture")
                + table("side of the face", measured.byFaceSide())
                + Markup.heading("By the share of the annotators who chose the label")
                + table("share of the votes", measured.byAgreement())
                + Markup.note("Accuracy of the combination over the faces found; Wilson's intervals. Where annotators"
                        + " disagree, no model can be right for all of them.");
    }

    private static String table(String name, List<Measured.Bin> bins) {
        IntervalTable table = new IntervalTable(List.of(name, "n (faces)", "accuracy (95 %)"), false);
        bins.forEach(bin -> table.row(bin.accuracy(), bin.name(), Markup.count(bin.faces())));
        return table.html();
    }
}
