package org.emotionstream.training.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.training.combination.CombinationFitter;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.LabelledPicture;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.faces.FoundFaces;
import org.emotionstream.training.optimisation.ClassWeights;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;
import org.emotionstream.training.principalcomponents.PrincipalComponentsFitter;

/** A data set becomes four networks and a head: faces, components, networks, combination, in this order. */
public final class Training {
    private final TrainingPlan plan;
    private final int threads;
    private final Path work;
    private final Progress progress;

    /**
     * @param threads how many networks learn at once; changes nothing in the result
     * @param work folder for what may be used again: faces found, networks trained
     */
    public Training(TrainingPlan plan, int threads, Path work, Progress progress) {
        this.plan = plan;
        this.threads = threads;
        this.work = work;
        this.progress = progress;
    }

    /**
     * Trains on the split {@code train}.
     *
     * @param step serving's, with the plan's tile settings
     * @param keys of what this step finds
     * @throws IOException when the folder for intermediate results cannot be used
     */
    public TrainingResult run(Dataset dataset, ImageToLandmarks step, FaceKeys keys) throws IOException {
        WorkFolder folder = new WorkFolder(work, dataset.hash());
        HeldOut faces = HeldOut.split(faces(dataset, step, keys, folder), plan.seed(), plan.keptApart());
        progress.tell("%d faces to learn from, %d kept apart"
                .formatted(faces.learned().size(), faces.keptApart().size()));
        PrincipalComponents components = PrincipalComponentsFitter.fit(landmarks(faces.learned()));
        progress.tell("33 components keep %.2f %% of the variance".formatted(100 * components.explainedVariance()));
        List<Sample> keptApart = Samples.of(faces.keptApart(), components.projection());
        List<Sample> learned = Samples.of(faces.learned(), components.projection());
        NetworkTrainer trainer = new NetworkTrainer(learned, keptApart);
        List<TrainedNetwork> networks = new FourNetworks(trainer, folder, plan, progress).train(threads);
        CombinedNetworks combined = new CombinedNetworks(networks, keptApart);
        CombinationFitter fitter =
                new CombinationFitter(plan.headPull(), ClassWeights.of(learned, plan.headClassWeightPower()));
        return new TrainingResult(
                components,
                networks,
                combined.fit(fitter),
                combined.scores(fitter),
                faces.learned().size(),
                faces.keptApart().size());
    }

    private List<LabelledFace> faces(Dataset dataset, ImageToLandmarks step, FaceKeys keys, WorkFolder folder)
            throws IOException {
        TrainingRows rows = new TrainingRows(plan);
        List<LabelledPicture> pictures = rows.pictures(dataset.pictures());
        try (FoundFaces known = FoundFaces.open(folder.faces())) {
            int before = known.size();
            FaceExtractor extractor = new FaceExtractor(dataset, step, known, keys, threads, progress);
            List<LabelledFace> faces = rows.faces(pictures, extractor.extract(pictures));
            if (known.size() == before) {
                progress.tell("faces: already found, taken from " + folder.faces());
            }
            return faces;
        }
    }

    private static List<Landmarks> landmarks(List<LabelledFace> faces) {
        return faces.stream().map(LabelledFace::landmarks).toList();
    }
}
