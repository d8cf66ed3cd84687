package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Writes what a training has learned as a release. */
public record ReleaseWriter(TrainingPlan plan, TrainingResult result, Provenance provenance) {
    private static final ObjectMapper JSON = new ObjectMapper();

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
                JSON.valueToTree(training()));
    }

    private ModelProto graph(TrainedNetwork network) {
        return NetworkToOnnx.convert(
                network.architecture(), network.scaling(), plan.tile().channels(), network.weights());
    }

    /** How it was made, as it stands in {@code release.json}. */
    private Map<String, Object> training() {
        Map<String, Integer> epochs = new LinkedHashMap<>();
        Map<String, List<EpochScores>> history = new LinkedHashMap<>();
        for (TrainedNetwork network : result.networks()) {
            epochs.put(network.architecture().label(), network.epoch());
            history.put(network.architecture().label(), network.history());
        }
        Map<String, Object> training = provenance.training(plan.seed());
        // How many faces were learned from, how many chose epochs and training, and how many the head was fitted to.
        training.put("learned", result.learned());
        training.put("choosing", result.choosing());
        training.put("outOfFold", result.outOfFold().size());
        training.put("serving", result.serving() + 1);
        training.put("plan", plan);
        training.put("epochs", epochs);
        training.put("history", history);
        return training;
    }
}
