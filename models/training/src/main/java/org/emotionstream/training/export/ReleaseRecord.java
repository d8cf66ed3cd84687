package org.emotionstream.training.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;
import org.emotionstream.training.report.Curve;

/** What card and report say of our recipe's training. */
final class ReleaseRecord {
    private final TrainingPlan plan;
    private final TrainingResult result;
    private final Provenance provenance;

    ReleaseRecord(TrainingPlan plan, TrainingResult result, Provenance provenance) {
        this.plan = plan;
        this.result = result;
        this.provenance = provenance;
    }

    /** For the card. */
    CardFacts facts() {
        return new CardFacts(
                provenance.id(),
                plan.tile(),
                result.networks().stream().map(this::fact).toList(),
                made(),
                rebuild(),
                "On " + result.keptApart()
                        + " faces of the training split that were kept apart, and chose: epochs, temperatures and"
                        + " head were fitted to them. The combined line is by cross-fitting: each half answered by a fit"
                        + " to the other.",
                result.scores(),
                provenance.dataNotice());
    }

    /** What it was made of, for the report. */
    Map<String, String> made() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("seed", Long.toString(plan.seed()));
        made.put(
                "faces",
                String.format(
                        Locale.ROOT,
                        "%,d learned from, %,d kept apart (by group)",
                        result.learned(),
                        result.keptApart()));
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

    /** How the networks that serve have learned. */
    List<Curve> curves() {
        return result.networks().stream()
                .map(network ->
                        new Curve(network.architecture().label(), plan.seed(), network.epoch(), network.history()))
                .toList();
    }

    private CardFacts.NetworkFact fact(TrainedNetwork network) {
        return new CardFacts.NetworkFact(
                network.architecture().label(),
                network.architecture().parameterCount(),
                network.epoch(),
                network.history().size(),
                result.combination().temperatures().get(network.architecture().ordinal()));
    }

    private String rebuild() {
        return "./emotionstream train --dataset DIR --out models/releases/" + provenance.id() + " --seed " + plan.seed()
                + " --epochs " + epochsOption();
    }

    /** As the command takes them: one number, or that of each network. */
    private String epochsOption() {
        return plan.epochs().stream().distinct().count() == 1
                ? plan.epochs().get(0).toString()
                : plan.epochs().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
