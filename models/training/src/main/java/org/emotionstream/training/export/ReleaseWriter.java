package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Writes what a training has learned as a release. */
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
     * Writes the release.
     *
     * @param target the release's folder, named by its id; must not exist
     * @param measure what the written networks reach, measured by serving them, and the texts that show it
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public StoredRelease write(Path target, Function<StoredRelease, ReleaseFolder.Measured> measure)
            throws IOException {
        return ReleaseFolder.write(target, contents(), measure);
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
