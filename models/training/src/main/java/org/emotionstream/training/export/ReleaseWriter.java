package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.HeadFile;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/**
 * Writes a release: first everything but its measurements, which are then taken with the code that serves,
 * then {@code release.json} and the model card with them. Whatever it gives back has been read again by
 * {@link ReleaseReader}.
 */
public final class ReleaseWriter {
    private static final String FEATURES = "features.bin";
    private static final String CARD = "MODEL_CARD.md";
    private static final double MINIMUM_CONFIDENCE = 0;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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
        try (PartialFolder partial = PartialFolder.beside(target)) {
            writeFiles(partial.folder());
            writeRelease(partial.folder(), JsonNodeFactory.instance.nullNode());
            JsonNode validation = measurement.of(ReleaseReader.read(partial.folder()));
            JsonNode metrics = JSON.valueToTree(Map.of("keptApart", result.scores(), "valid", validation));
            Files.writeString(
                    partial.folder().resolve(CARD), new ModelCard(plan, result, provenance, validation).text());
            writeRelease(partial.folder(), metrics);
            ReleaseReader.read(partial.folder());
            partial.moveTo(target);
        }
        return ReleaseReader.read(target);
    }

    private void writeFiles(Path folder) throws IOException {
        for (TrainedNetwork network : result.networks()) {
            int index = network.architecture().ordinal();
            double temperature = result.combination().temperatures().get(index);
            Files.write(
                    folder.resolve(file(network.architecture())),
                    NetworkToOnnx.convert(
                                    network.architecture(),
                                    network.scaling(),
                                    plan.tile().channels(),
                                    network.weights(),
                                    temperature)
                            .toByteArray());
        }
        result.principalComponents().projection().write(folder.resolve(FEATURES));
        HeadFile.write(folder.resolve(HeadFile.NAME), result.combination().head(MINIMUM_CONFIDENCE));
        Files.writeString(folder.resolve(CARD), "");
    }

    private void writeRelease(Path folder, JsonNode metrics) throws IOException {
        JSON.writeValue(folder.resolve(ReleaseReader.FILE).toFile(), release(hashes(folder), metrics));
    }

    private Release release(Map<String, String> files, JsonNode metrics) {
        return new Release(
                ReleaseReader.FORMAT_VERSION,
                provenance.id(),
                Emotion.labels(),
                plan.tile(),
                new Release.FeatureSettings(
                        FeatureLayout.hash(),
                        FeatureLayout.COUNT,
                        FeatureVector.COMPONENTS,
                        FEATURES,
                        result.principalComponents().explainedVariance()),
                networks(),
                new Release.HeadSettings(HeadFile.NAME),
                files,
                JSON.valueToTree(TrainingRecord.of(plan, result, provenance)),
                metrics);
    }

    private static List<Release.Network> networks() {
        List<Release.Network> networks = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            networks.add(new Release.Network(architecture.label(), file(architecture), architecture.parameterCount()));
        }
        return networks;
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Architecture architecture : Architecture.values()) {
            hashes.put(file(architecture), ReleaseReader.sha256(folder.resolve(file(architecture))));
        }
        hashes.put(HeadFile.NAME, ReleaseReader.sha256(folder.resolve(HeadFile.NAME)));
        hashes.put(FEATURES, ReleaseReader.sha256(folder.resolve(FEATURES)));
        hashes.put(CARD, ReleaseReader.sha256(folder.resolve(CARD)));
        return hashes;
    }

    private static String file(Architecture architecture) {
        return architecture.label() + ".onnx";
    }
}
