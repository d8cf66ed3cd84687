package org.emotionstream.training.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.emotionstream.evaluation.card.ModelCard;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseFolder;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Shows what was trained by our recipe, and what was measured of it. */
public final class ReleaseViews {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String release;
    private final TrainingResult result;
    private final ReleaseRecord record;

    /** Views of the release that has this provenance. */
    public ReleaseViews(TrainingPlan plan, TrainingResult result, Provenance provenance) {
        release = provenance.id();
        this.result = result;
        record = new ReleaseRecord(plan, result, provenance);
    }

    /** What the release's folder holds of these measurements: metrics, model card and report. */
    public ReleaseFolder.Measured of(Measurements measurements) {
        ObjectNode metrics = JSON.createObjectNode();
        metrics.set("outOfFold", JSON.valueToTree(result.scores()));
        metrics.set(
                "valid",
                measurements
                        .evaluation()
                        .<JsonNode>map(ReleaseMeasurement::json)
                        .orElse(NullNode.instance));
        ReportData report = report(measurements);
        Map<String, String> texts = new HashMap<>(ReportWriter.texts(report));
        texts.put(ReleaseFolder.CARD, new ModelCard(record.facts(), report).text());
        return new ReleaseFolder.Measured(metrics, texts);
    }

    private ReportData report(Measurements measurements) {
        return new ReportData(
                release,
                record.made(),
                measurements.evaluation().map(evaluation -> TableOneOfRelease.of(result, evaluation)),
                record.curves(),
                measurements
                        .evaluation()
                        .map(evaluation ->
                                Measured.of(evaluation, result.head().head().minimumConfidence())),
                measurements.seeds(),
                measurements.head(),
                measurements.skew(),
                measurements.faceFree());
    }
}
