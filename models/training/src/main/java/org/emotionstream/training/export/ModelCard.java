package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotionstream.training.optimisation.Scores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/** What somebody must know who wants to use a release: what for, what not for, how good, on what, whose data. */
final class ModelCard {
    private final TrainingPlan plan;
    private final TrainingResult result;
    private final Provenance provenance;
    private final JsonNode validation;

    ModelCard(TrainingPlan plan, TrainingResult result, Provenance provenance, JsonNode validation) {
        this.plan = plan;
        this.result = result;
        this.provenance = provenance;
        this.validation = validation;
    }

    String text() {
        return String.join(
                "\n",
                "# Model card: " + provenance.id(),
                "",
                CardTexts.USE,
                "## What it reaches",
                "",
                new MetricsTable(validation).text(),
                "",
                keptApart(),
                "",
                CardTexts.LIMITS,
                "## How it was made",
                "",
                recipe(),
                "",
                "## Training data and its terms",
                "",
                provenance.dataNotice().orElse("The data set came without a NOTICE.md: its terms are not known."),
                "");
    }

    /** The scores on the part of train that was kept apart. */
    private String keptApart() {
        StringBuilder table = new StringBuilder(
                "On the part of train that was kept apart (n = " + result.keptApart()
                        + " faces; it chose the epochs, and temperatures and head were fitted to it; the combined line is by"
                        + " cross-fitting, each half answered by a fit to the other):\n\n| | accuracy | macro-F1 (8 emotions) |\n|---|---|---|\n");
        result.scores().forEach((name, scores) -> table.append(row(name, scores)));
        return table.toString();
    }

    private static String row(String name, Scores scores) {
        return String.format(Locale.ROOT, "| %s | %.3f | %.3f |%n", name, scores.accuracy(), scores.macroF1());
    }

    /** As the command takes them: one number, or that of each network. */
    private String epochsOption() {
        return plan.epochs().stream().distinct().count() == 1
                ? plan.epochs().get(0).toString()
                : plan.epochs().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String recipe() {
        StringBuilder epochs = new StringBuilder();
        for (TrainedNetwork network : result.networks()) {
            epochs.append(String.format(
                    Locale.ROOT,
                    "- %s: %,d parameters, epoch %d of %d, temperature %.3f%n",
                    network.architecture().label(),
                    network.architecture().parameterCount(),
                    network.epoch(),
                    network.history().size(),
                    result.combination()
                            .temperatures()
                            .get(network.architecture().ordinal())));
        }
        return String.format(
                Locale.ROOT,
                """
                %,d faces learned from, %,d kept apart (split by group, seed %d). Epochs, temperatures and head were
                chosen without the validation split. 33 principal components keep %.1f %% of the features' variance.

                %s
                Plan: `%s`

                Seed %d; each network in one thread, %d at once; code at commit %s; sha256 of labels.csv
                %s; of labels and pictures %s.
                Rebuild with
                `emotionstream train --dataset DIR --out models/releases/%s --seed %d --epochs %s`
                (the same bits on the same kind of processor; other processors round differently).
                """,
                result.learned(),
                result.keptApart(),
                plan.seed(),
                100 * result.principalComponents().explainedVariance(),
                epochs,
                plan,
                plan.seed(),
                provenance.threads(),
                provenance.commit(),
                provenance.labelsHash(),
                provenance.dataHash(),
                provenance.id(),
                plan.seed(),
                epochsOption());
    }
}
