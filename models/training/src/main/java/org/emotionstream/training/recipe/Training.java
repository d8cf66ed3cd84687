package org.emotionstream.training.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.faces.FoundFaces;
import org.emotionstream.training.optimisation.NetworkTrainer;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;
import org.emotionstream.training.principalcomponents.PrincipalComponentsFitter;

/**
 * A data set becomes networks: faces, parts, components, networks, in this order.
 *
 * @param threads how many networks learn at once; changes nothing in the result
 * @param work folder for what may be used again: faces found, networks trained
 */
public record Training(TrainingPlan plan, int threads, Path work, Progress progress) {
    /** What the keys of found faces must say about the variants of a picture. */
    public static final String VARIANTS = Guises.VERSION;

    /**
     * Trains on the split {@code train}.
     *
     * @param reported labelled pictures of another split, for which the networks of each training answer in the
     *     end; may be none
     * @param step serving's, with the plan's tile settings
     * @param keys of what this step finds, made with {@link #VARIANTS}
     * @throws IOException when the folder for intermediate results cannot be used
     */
    public TrainingResult run(Dataset dataset, List<LabelledPicture> reported, ImageToLandmarks step, FaceKeys keys)
            throws IOException {
        WorkFolder folder = new WorkFolder(work, dataset.hash(), keys.decisions());
        try (FoundFaces known = FoundFaces.open(folder.faces())) {
            FaceExtractor extractor = new FaceExtractor(dataset, step, known, keys, threads, progress);
            List<LabelledFace> faces = faces(dataset, extractor);
            Parts parts = Parts.of(faces, plan.seed(), plan.choosing(), plan.fold(), plan.trainings());
            progress.tell(String.format(
                    Locale.ROOT,
                    "%d faces: %d choose, folds of %s, %d that every training learns from",
                    faces.size(),
                    parts.choosing().size(),
                    parts.folds().stream().map(List::size).toList(),
                    parts.common().size()));
            PrincipalComponents components = PrincipalComponentsFitter.fit(landmarks(parts.common()));
            progress.tell(String.format(
                    Locale.ROOT, "33 components keep %.2f %% of the variance", 100 * components.explainedVariance()));
            List<List<TrainedNetwork>> networks = trained(parts, components, folder);
            progress.tell("fitting the head to what the networks answer out of fold");
            return new OutOfFold(plan, parts, components, faces(reported, extractor)).result(networks);
        }
    }

    private List<List<TrainedNetwork>> trained(Parts parts, PrincipalComponents components, WorkFolder folder) {
        FeatureProjection projection = components.projection();
        List<Sample> choosing = Samples.asServed(parts.choosing(), projection);
        List<NetworkTrainer> trainers = new ArrayList<>();
        Map<String, Sample> samples = new HashMap<>();
        for (int training = 0; training < plan.trainings(); training++) {
            List<Sample> learned = new ArrayList<>();
            for (LabelledFace face : parts.learned(training)) {
                learned.add(samples.computeIfAbsent(face.id(), missing -> Samples.of(face, projection)));
            }
            trainers.add(new NetworkTrainer(learned, choosing));
        }
        return new FourNetworks(folder, plan, progress).train(trainers, threads);
    }

    private static List<LabelledFace> faces(List<LabelledPicture> reported, FaceExtractor extractor) {
        return TrainingRows.measurable(reported, extractor.extract(reported, 0));
    }

    private List<LabelledFace> faces(Dataset dataset, FaceExtractor extractor) {
        TrainingRows rows = new TrainingRows(plan);
        List<LabelledPicture> pictures = rows.pictures(dataset.pictures());
        return rows.faces(pictures, extractor.extract(pictures, plan.guises()));
    }

    private static List<Landmarks> landmarks(List<LabelledFace> faces) {
        return faces.stream().map(face -> face.face().landmarks()).toList();
    }
}
