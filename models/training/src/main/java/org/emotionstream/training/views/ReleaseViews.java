package org.emotionstream.training.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.card.CardFacts;
import org.emotionstream.evaluation.card.ModelCard;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.measurement.EvaluationJson;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.evaluation.report.SeedResult;
import org.emotionstream.evaluation.skew.Skew;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseFolder;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.SeededTraining;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** Shows what was trained by our recipe, and what was measured of it. */
public record ReleaseViews(TrainingPlan plan, TrainingResult result, Provenance provenance) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the release's folder holds: metrics, model card and report. Of what was not measured they say so.
     *
     * @param evaluation on pictures that it has not learned from, by the code that serves
     * @param seeds the combination against the best single model, for each training
     * @param skew how far answers depend on the guise of a face, and what is answered where there is no face
     */
    public ReleaseFolder.Measured of(
            Optional<EvaluationReport> evaluation, List<SeedResult> seeds, Optional<Skew> skew) {
        ReportData report = new ReportData(
                provenance.id(),
                made(),
                evaluation.map(valid -> TableOneOfRelease.of(result, valid)),
                curves(),
                evaluation.map(valid -> Measured.of(valid, result.head().head().minimumConfidence())),
                seeds,
                Optional.of(result.head().report()),
                skew.map(Skew::guises),
                skew.map(Skew::faceFree));
        ObjectNode metrics = JSON.createObjectNode();
        metrics.set("outOfFold", JSON.valueToTree(result.scores()));
        metrics.set("valid", evaluation.<JsonNode>map(EvaluationJson::object).orElse(NullNode.instance));
        Map<String, String> texts = new HashMap<>(ReportWriter.texts(report));
        texts.put(ReleaseFolder.CARD, new ModelCard(facts(), report).text());
        return new ReleaseFolder.Measured(metrics, texts);
    }

    /** For the card. */
    private CardFacts facts() {
        return new CardFacts(
                provenance.id(),
                plan.tile(),
                result.networks().stream().map(this::fact).toList(),
                made(),
                rebuild(),
                String.format(
                        Locale.ROOT,
                        "On %,d faces of the training split, each answered by networks that have not learned from"
                                + " it; the head was fitted to these answers. The combined line is by cross-fitting:"
                                + " each fifth answered by a fit to the others.",
                        result.outOfFold().size()),
                result.scores(),
                provenance.dataNotice());
    }

    /** What it was made of, for the report. */
    private Map<String, String> made() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("seed", Long.toString(plan.seed()));
        made.put(
                "faces",
                String.format(
                        Locale.ROOT,
                        "%,d learned from, %,d chose epochs and training, the head was fitted to %,d (by group)",
                        result.learned(),
                        result.choosing(),
                        result.outOfFold().size()));
        made.put("trainings", result.trainings().size() + ", of which number " + (result.serving() + 1) + " serves");
        made.put(
                "features",
                String.format(
                        Locale.ROOT,
                        "33 principal components keep %.1f %% of their variance",
                        100 * result.principalComponents().explainedVariance()));
        made.put("threads", "each network in one, " + provenance.threads() + " at once");
        made.put("code", "commit " + provenance.commit());
        made.put("labels.csv", "sha256 " + provenance.labelsHash());
        made.put("labels and pictures", "sha256 " + provenance.dataHash());
        made.put("plan", plan.toString());
        return made;
    }

    /** How the networks of all trainings have learned. */
    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (SeededTraining training : result.trainings()) {
            for (TrainedNetwork network : training.networks()) {
                curves.add(
                        new Curve(network.architecture().label(), training.seed(), network.epoch(), network.history()));
            }
        }
        return curves;
    }

    private CardFacts.NetworkFact fact(TrainedNetwork network) {
        return new CardFacts.NetworkFact(
                network.architecture().label(),
                network.architecture().parameterCount(),
                network.epoch(),
                network.history().size());
    }

    private String rebuild() {
        return "./emotionstream train --dataset DIR --out models/releases/" + provenance.id() + " --seed " + plan.seed()
                + " --trainings " + plan.trainings()
                + " --epochs " + epochsOption();
    }

    /** As the command takes them: one number, or that of each network. */
    private String epochsOption() {
        return plan.epochs().stream().distinct().count() == 1
                ? plan.epochs().get(0).toString()
                : plan.epochs().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
