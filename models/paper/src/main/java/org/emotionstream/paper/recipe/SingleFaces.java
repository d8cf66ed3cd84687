package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.threads.Work;
import org.emotionstream.training.recipe.Progress;

/**
 * The pictures to learn from: of each class those with exactly one face, in an order drawn by the seed, until
 * the cap is reached. That is a fair draw among all with one face, and the rest need not be searched.
 */
final class SingleFaces {
    private static final String STEP = "finding pictures with exactly one face";
    private static final int CHUNK = 64;

    private final PaperPlan plan;
    private final Function<LabelledPicture, FaceCheck> search;
    private final Progress progress;
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int settled;
    private int wanted;

    /**
     * @param search looks at one picture; safe for use by many threads
     */
    SingleFaces(PaperPlan plan, Function<LabelledPicture, FaceCheck> search, Progress progress) {
        this.plan = plan;
        this.search = search;
        this.progress = progress;
    }

    /**
     * Those of the split {@code train}, in the order of the data set.
     *
     * @param threads how many pictures are searched at once; changes nothing in the result
     */
    List<SingleFace> find(List<LabelledPicture> pictures, int threads) {
        Map<Emotion, List<Integer>> classes = classes(pictures);
        wanted = classes.values().stream()
                .mapToInt(positions -> Math.min(plan.cap(), positions.size()))
                .sum();
        List<SingleFace> faces = new ArrayList<>();
        classes.forEach((label, positions) -> faces.addAll(ofClass(label, positions, pictures, threads)));
        faces.sort(Comparator.comparingInt(SingleFace::position));
        progress.tell(faces.size() + " pictures to learn from; looked at and left out: " + leftOut);
        return faces;
    }

    private static Map<Emotion, List<Integer>> classes(List<LabelledPicture> pictures) {
        Map<Emotion, List<Integer>> classes = new TreeMap<>();
        for (int position = 0; position < pictures.size(); position++) {
            LabelledPicture picture = pictures.get(position);
            if (picture.split().equals(Selection.TRAIN) && picture.label().isPresent()) {
                classes.computeIfAbsent(picture.label().get(), label -> new ArrayList<>())
                        .add(position);
            }
        }
        return classes;
    }

    private List<SingleFace> ofClass(
            Emotion label, List<Integer> positions, List<LabelledPicture> pictures, int threads) {
        Collections.shuffle(positions, Draws.random(plan.seed(), "cap " + label.label()));
        List<SingleFace> faces = new ArrayList<>();
        for (int from = 0; from < positions.size() && faces.size() < plan.cap(); from += CHUNK) {
            List<Integer> chunk = positions.subList(from, Math.min(positions.size(), from + CHUNK));
            List<FaceCheck> checks =
                    Work.each(chunk, position -> search.apply(pictures.get(position)), threads, () -> {});
            for (int i = 0; i < chunk.size() && faces.size() < plan.cap(); i++) {
                take(checks.get(i), chunk.get(i), label, faces);
            }
            progress.at(STEP, settled + faces.size(), wanted);
        }
        settled += Math.min(plan.cap(), positions.size());
        return faces;
    }

    private void take(FaceCheck check, int position, Emotion label, List<SingleFace> faces) {
        if (check instanceof FaceCheck.Single single) {
            faces.add(new SingleFace(position, label, single.tile(), single.landmarks()));
        } else if (check instanceof FaceCheck.LeftOut other) {
            leftOut.merge(other.reason(), 1, Integer::sum);
        }
    }
}
