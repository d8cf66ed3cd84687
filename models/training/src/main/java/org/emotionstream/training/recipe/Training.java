package org.emotionstream.training.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.training.combination.CombinationFitter;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.LabelledPicture;
import org.emotionstream.training.optimisation.ClassWeights;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;
import org.emotionstream.training.principalcomponents.PrincipalComponentsFitter;
import org.emotionstream.training.recipe.FaceExtractor.FoundFace;

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
     * @throws IOException when the folder for intermediate results cannot be used
     */
    public TrainingResult run(Dataset dataset, ImageToLandmarks step) throws IOException {
        WorkFolder folder = new WorkFolder(work, dataset.hash());
        HeldOut faces = HeldOut.split(faces(dataset, step, folder), plan.seed(), plan.keptApart());
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

    private List<LabelledFace> faces(Dataset dataset, ImageToLandmarks step, WorkFolder folder) throws IOException {
        TrainingRows rows = new TrainingRows(plan);
        List<LabelledPicture> pictures = rows.pictures(dataset.pictures());
        FaceCache cache = folder.faces(plan);
        Optional<Map<String, Optional<FoundFace>>> cached = cache.read();
        if (cached.isPresent()) {
            progress.tell("faces: already found, taken from " + cache.file());
            return rows.faces(pictures, cached.get());
        }
        Map<String, Optional<FoundFace>> found = new FaceExtractor(dataset, step, threads, progress).extract(pictures);
        cache.write(found);
        return rows.faces(pictures, found);
    }

    private static List<Landmarks> landmarks(List<LabelledFace> faces) {
        return faces.stream().map(LabelledFace::landmarks).toList();
    }
}
