package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.emotionstream.evaluation.page.Markup;
import org.emotionstream.evaluation.page.PageTemplates;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/**
 * A report as one HTML page: style and charts lie within, nothing is loaded, no script runs. The markup is
 * well-formed XML too. The page is {@code report.html} among the resources, each section a template beside it.
 */
public final class Report {
    private static final PageTemplates TEMPLATES = new PageTemplates(Report.class, Markup::text);

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "summary",
                    "In short",
                    data -> isMeasured(data) || !Summary.beyond(data).isEmpty()),
            new Section("table-one", "The paper's Table 1, and ours", data -> data.tableOne()
                    .isPresent()),
            new Section("models", "Accuracy of the models and of the combination", Report::isMeasured),
            new Section("seeds", "The combination against the best single model, seed by seed", data -> !data.seeds()
                    .isEmpty()),
            new Section("classes", "Class by class", Report::isMeasured),
            new Section("confusion", "Confusion", Report::isMeasured),
            new Section("curves", "Learning curves", data -> !LearningCurves.of(data.curves())
                    .isEmpty()),
            new Section("calibration", "Calibration", measured(measured -> !measured.calibration()
                    .isEmpty())),
            new Section("uncertain", "Uncertain as an answer", data -> new RiskCurves(data)
                    .series().stream().anyMatch(series -> !series.points().isEmpty())),
            new Section(
                    "subsets",
                    "When networks are missing",
                    measured(measured -> !measured.withoutOne().isEmpty())
                            .or(data -> data.head().isPresent())),
            new Section(
                    "faces",
                    "By size of the face, and by agreement of the annotators",
                    measured(measured -> !measured.byFaceSide().isEmpty()
                            || !measured.byAgreement().isEmpty())),
            new Section(
                    "skew", "Between training and service", data -> data.skew().map(SkewReport::comparisons).stream()
                            .anyMatch(comparisons -> !comparisons.isEmpty())),
            new Section(
                    "face-free",
                    "Pictures without a face",
                    data -> data.faceFree().map(FaceFreeReport::sources).stream()
                            .anyMatch(sources -> !sources.isEmpty())),
            new Section("mistakes", "The worst mistakes", measured(measured -> !measured.worstMistakes()
                    .isEmpty())),
            new Section(
                    "provenance", "How it was made", data -> !data.provenance().isEmpty()));

    /**
     * A part of the report.
     *
     * @param id its anchor, and the name of its template
     * @param title plain text
     * @param known whether the data has what it shows
     */
    private record Section(String id, String title, Predicate<ReportData> known) {}

    private Report() {}

    /** The page; sections of which nothing is known are left out. */
    public static String html(ReportData data) {
        Map<String, Object> content = Map.of("data", data, "page", new ReportPage(data));
        List<Map<String, String>> sections = SECTIONS.stream()
                .filter(section -> section.known().test(data))
                .map(section -> Map.of(
                        "id", section.id(),
                        "title", section.title(),
                        "body", TEMPLATES.fill(section.id() + ".html", content)))
                .toList();
        return TEMPLATES.fill("report.html", Map.of("release", data.release(), "sections", sections));
    }

    private static boolean isMeasured(ReportData data) {
        return data.measured().isPresent();
    }

    private static Predicate<ReportData> measured(Predicate<Measured> known) {
        return data -> data.measured().filter(known).isPresent();
    }
}
