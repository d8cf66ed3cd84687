package org.emotionstream.paper.recipe;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Head;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.evaluation.measurement.EvaluationJson;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.evaluation.report.TableOne;
import org.emotionstream.training.export.NetworkToOnnx;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseContents;
import org.emotionstream.training.export.ReleaseFolder;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** Writes what the recipe has learned as a release that serves, with its Table 1. */
record PaperRelease(PaperPlan plan, PaperResult result, Provenance provenance) {
    private static final double NEVER_UNCERTAIN = 0;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes the release.
     *
     * @param target its folder; must not exist
     * @param measure what the written release reaches on {@code valid}, when it is served
     * @param labels of the pictures that are measured on
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    PaperOutcome write(Path target, Function<StoredRelease, EvaluationReport> measure, List<Emotion> labels)
            throws IOException {
        PaperTable[] table = new PaperTable[1];
        StoredRelease release = ReleaseFolder.write(target, contents(), written -> {
            EvaluationReport valid = measure.apply(written);
            table[0] = table(ValidFigures.of(valid), labels);
            return measured(table[0], valid);
        });
        return new PaperOutcome(release, table[0]);
    }

    private ReleaseFolder.Measured measured(PaperTable table, EvaluationReport valid) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("tableOne", table);
        metrics.put("valid", EvaluationJson.object(valid));
        PaperReport report = new PaperReport(plan, result, provenance);
        Map<String, String> texts = new HashMap<>(ReportWriter.texts(report.of(table, valid, NEVER_UNCERTAIN)));
        texts.put(ReleaseFolder.CARD, new PaperCard(plan, result, provenance, table).text());
        return new ReleaseFolder.Measured(JSON.valueToTree(metrics), texts);
    }

    private ReleaseContents contents() {
        return new ReleaseContents(
                provenance.id(),
                plan.tile(),
                result.components().projection(),
                result.components().explainedVariance(),
                result.networks().stream().map(this::graph).toList(),
                Head.ofSum(result.head().weights(), result.head().biases(), NEVER_UNCERTAIN),
                JSON.valueToTree(training()));
    }

    private ModelProto graph(TrainedNetwork network) {
        return NetworkToOnnx.convert(
                network.architecture(), network.scaling(), plan.tile().channels(), network.weights());
    }

    /** How it was made, as it stands in {@code release.json}. */
    private Map<String, Object> training() {
        Map<String, List<EpochScores>> history = new LinkedHashMap<>();
        for (TrainedNetwork network : result.networks()) {
            history.put(network.architecture().label(), network.history());
        }
        history.put("combined", result.headHistory());
        Map<String, Object> training = provenance.training(plan.seed());
        training.put("recipe", "paper");
        training.put("originals", result.originals());
        training.put("copies", result.copies());
        training.put("learned", result.learned());
        training.put("plan", plan);
        training.put("componentsFor95", result.componentsFor95());
        training.put("history", history);
        return training;
    }

    private PaperTable table(ValidFigures valid, List<Emotion> labels) {
        Emotion most = Arrays.stream(Emotion.values())
                .max(Comparator.comparingLong(
                        emotion -> labels.stream().filter(emotion::equals).count()))
                .orElseThrow();
        return new PaperTable(
                PaperResult.NAMES.stream().map(model -> row(model, valid)).toList(),
                valid.always(most, labels),
                most.label(),
                result.learned(),
                result.originals() + result.copies() - result.learned(),
                valid.found(),
                valid.pictures(),
                result.componentsFor95(),
                result.components().explainedVariance());
    }

    private PaperTable.Row row(String model, ValidFigures valid) {
        int parameters = result.networks().stream()
                .map(TrainedNetwork::architecture)
                .filter(architecture -> architecture.label().equals(model))
                .mapToInt(Architecture::parameterCount)
                .findFirst()
                .orElse(SumHead.PARAMETERS);
        PaperTable.Figures figures = valid.of(model);
        TableOne.Row published = TableOne.Row.of(
                model,
                parameters,
                OptionalDouble.empty(),
                figures.accuracy(),
                figures.balancedAccuracy(),
                figures.macroF1());
        return new PaperTable.Row(
                model,
                parameters,
                published.paperTrain(),
                published.paperTest(),
                result.training().get(model),
                result.leaking().get(model),
                figures);
    }
}
