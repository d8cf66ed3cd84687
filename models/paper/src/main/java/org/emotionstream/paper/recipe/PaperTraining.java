package org.emotionstream.paper.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.Answers;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.ComponentScale;
import org.emotionstream.training.principalcomponents.PrincipalComponents;
import org.emotionstream.training.principalcomponents.PrincipalComponentsFitter;
import org.emotionstream.training.recipe.Progress;

/** A data set becomes four networks and their sum's head: faces, components, copies, networks, head, in this order. */
record PaperTraining(PaperFolder folder, int threads, Progress progress) {
    private static final double KEPT = 0.95;

    /**
     * Trains on the split {@code train}.
     *
     * @param step serving's, with the plan's tile settings
     * @throws IOException when the folder for what is finished cannot be used
     */
    PaperResult run(Dataset dataset, ImageToLandmarks step) throws IOException {
        PaperPlan plan = folder.plan();
        List<SingleFace> faces = faces(dataset, step);
        PrincipalComponents components = PrincipalComponentsFitter.fit(landmarks(faces), ComponentScale.AS_PROJECTED);
        progress.tell(String.format(
                Locale.ROOT,
                "95 %% of the variance is kept by %d components; 33 keep %.2f %%",
                components.countKeeping(KEPT),
                100 * components.explainedVariance()));
        List<PaperRow> originals = PaperRow.of(faces, components.projection());
        List<PaperRow> copies = KerasRows.copies(originals, plan);
        KerasRows rows = KerasRows.shuffled(originals, copies, plan);
        progress.tell(originals.size() + " pictures and " + copies.size() + " changed copies; " + rows.learned()
                + " rows are learned from");
        PaperNetworks four = new PaperNetworks(rows, folder, threads, progress);
        List<TrainedNetwork> networks = four.train();
        return combined(components, networks, four.answers(networks), rows, faces.size());
    }

    private List<SingleFace> faces(Dataset dataset, ImageToLandmarks step) throws IOException {
        SingleFaceFile file = folder.faces();
        Optional<List<SingleFace>> stored = file.read();
        if (stored.isPresent()) {
            progress.tell("faces: already found, taken from " + file.file());
            return stored.get();
        }
        List<SingleFace> faces = new SingleFaces(
                        folder.plan(), picture -> FaceCheck.of(step.apply(dataset.bytes(picture))), progress)
                .find(dataset.pictures(), threads);
        file.write(faces);
        return faces;
    }

    private PaperResult combined(
            PrincipalComponents components,
            List<TrainedNetwork> networks,
            List<float[][]> answers,
            KerasRows rows,
            int originals) {
        PaperPlan plan = folder.plan();
        Tensors.useOneThread();
        float[][] sums = SumClassifier.sums(answers);
        try (SumClassifier head = new SumClassifier(sums, Draws.seed(plan.seed(), "weights of the head"))) {
            List<EpochScores> history = new KerasFit(head, rows.labels(), rows.learned(), plan)
                    .fit(
                            plan.headEpochs(),
                            Draws.random(plan.seed(), "order of the head"),
                            epoch -> progress.at("training the combined model, in epochs", epoch, plan.headEpochs()));
            List<float[][]> all = new ArrayList<>(answers);
            all.add(head.probabilities(rows.rows().size()));
            return new PaperResult(
                    components,
                    components.countKeeping(KEPT),
                    networks,
                    head.head(),
                    history,
                    accuracies(all, rows, 0, rows.learned()),
                    accuracies(all, rows, rows.learned(), rows.rows().size()),
                    originals,
                    rows.rows().size() - originals,
                    rows.learned());
        }
    }

    /** Of each model by its name, by its last weights, over the rows from one to before another. */
    private static Map<String, Double> accuracies(List<float[][]> answers, KerasRows rows, int from, int to) {
        Map<String, Double> accuracies = new LinkedHashMap<>();
        int[] labels = rows.labels();
        for (int model = 0; model < answers.size(); model++) {
            int right = 0;
            for (int row = from; row < to; row++) {
                right += Answers.highest(answers.get(model)[row]) == labels[row] ? 1 : 0;
            }
            accuracies.put(PaperResult.NAMES.get(model), (double) right / (to - from));
        }
        return accuracies;
    }

    private static List<Landmarks> landmarks(List<SingleFace> faces) {
        return faces.stream().map(SingleFace::landmarks).toList();
    }
}
