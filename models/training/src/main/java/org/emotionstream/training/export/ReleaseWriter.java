package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Writes what a training has learned as a release, with what it reaches when it is served. */
public final class ReleaseWriter {
    /** Temperatures are the head's. */
    private static final double UNSCALED = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TrainingPlan plan;
    private final TrainingResult result;
    private final Provenance provenance;

    public ReleaseWriter(TrainingPlan plan, TrainingResult result, Provenance provenance) {
        this.plan = plan;
        this.result = result;
        this.provenance = provenance;
    }

    /**
     * Writes the release, its model card and its report.
     *
     * @param target the release's folder, named by its id; must not exist
     * @param measure what the written networks reach, measured by serving them
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public StoredRelease write(Path target, Function<StoredRelease, Measurements> measure) throws IOException {
        return ReleaseFolder.write(target, contents(), written -> measured(measure.apply(written)));
    }

    private ReleaseFolder.Measured measured(Measurements measurements) {
        ObjectNode metrics = JSON.createObjectNode();
        metrics.set("outOfFold", JSON.valueToTree(result.scores()));
        metrics.set(
                "valid",
                measurements
                        .evaluation()
                        .<JsonNode>map(ReleaseMeasurement::json)
                        .orElse(NullNode.instance));
        ReleaseRecord record = new ReleaseRecord(plan, result, provenance);
        ReportData report = report(record, measurements);
        Map<String, String> texts = new HashMap<>(ReportWriter.texts(report));
        texts.put(ReleaseFolder.CARD, new ModelCard(record.facts(), report).text());
        return new ReleaseFolder.Measured(metrics, texts);
    }

    private ReportData report(ReleaseRecord record, Measurements measurements) {
        return new ReportData(
                provenance.id(),
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

    private ReleaseContents contents() {
        return new ReleaseContents(
                provenance.id(),
                plan.tile(),
                result.principalComponents().projection(),
                result.principalComponents().explainedVariance(),
                result.networks().stream().map(this::graph).toList(),
                result.head().head(),
                JSON.valueToTree(TrainingRecord.of(plan, result, provenance)));
    }

    private ModelProto graph(TrainedNetwork network) {
        return NetworkToOnnx.convert(
                network.architecture(), network.scaling(), plan.tile().channels(), network.weights(), UNSCALED);
    }
}
