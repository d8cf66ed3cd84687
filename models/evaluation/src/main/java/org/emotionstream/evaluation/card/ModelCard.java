package org.emotionstream.evaluation.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.page.PageTemplates;
import org.emotionstream.evaluation.report.Findings;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.evaluation.report.Summary;

/**
 * What somebody must know who wants to use a release: what for, what not for, how good, on what, whose data.
 * What it says about quality follows from the figures; what was not measured, it says, is not known. Its text
 * is {@code MODEL_CARD.md} among the resources.
 */
public final class ModelCard {
    // A bar within a cell of a table would end it.
    private static final PageTemplates TEMPLATES = new PageTemplates(ModelCard.class, text -> text.replace("|", "\\|"));

    private final CardFacts facts;
    private final ReportData data;

    /** A card of these facts, whose figures are those of the report beside it. */
    public ModelCard(CardFacts facts, ReportData data) {
        this.facts = facts;
        this.data = data;
    }

    /** The whole card. */
    public String text() {
        Map<String, Object> content = new HashMap<>(Map.of("facts", facts, "data", data, "report", ReportWriter.HTML));
        data.measured().ifPresent(measured -> content.putAll(figures(measured)));
        return TEMPLATES.fill("MODEL_CARD.md", content);
    }

    private static Map<String, Object> figures(Measured measured) {
        List<Measured.ClassRow> classes =
                measured.models().get(Evaluation.COMBINED).classes();
        return Map.of(
                "measured", measured,
                "metrics", List.of(Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1, Metric.BALANCED_ACCURACY),
                "combination", Summary.combination(measured),
                "classes", classes,
                "noFace", classes.get(Emotion.NO_FACE.ordinal()),
                "weak", Findings.weak(Summary.recognised(measured)),
                "uncertain", Summary.uncertain(measured));
    }
}
