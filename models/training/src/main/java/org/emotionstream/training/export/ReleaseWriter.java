package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Writes what a training has learned as a release, with what it reaches when it is served. */
public final class ReleaseWriter {
    private static final double MINIMUM_CONFIDENCE = 0;
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
     * Writes the release.
     *
     * @param target the release's folder, named by its id; must not exist
     * @param measurement what the written networks reach, measured by serving them
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public StoredRelease write(Path target, Measurement measurement) throws IOException {
        return ReleaseFolder.write(target, contents(), written -> measured(measurement.of(written)));
    }

    private ReleaseFolder.Measured measured(JsonNode validation) {
        JsonNode metrics = JSON.valueToTree(Map.of("keptApart", result.scores(), "valid", validation));
        String card = new ModelCard(plan, result, provenance, validation).text();
        return new ReleaseFolder.Measured(metrics, Map.of(ReleaseFolder.CARD, card));
    }

    private ReleaseContents contents() {
        return new ReleaseContents(
                provenance.id(),
                plan.tile(),
                result.principalComponents().projection(),
                result.principalComponents().explainedVariance(),
                result.networks().stream().map(this::graph).toList(),
                result.combination().head(MINIMUM_CONFIDENCE),
                JSON.valueToTree(TrainingRecord.of(plan, result, provenance)));
    }

    private ModelProto graph(TrainedNetwork network) {
        return NetworkToOnnx.convert(
                network.architecture(),
                network.scaling(),
                plan.tile().channels(),
                network.weights(),
                result.combination().temperatures().get(network.architecture().ordinal()));
    }
}
