package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.training.faces.FoundFace;

/** Which pictures and which faces a training uses: none that is not in the split {@code train}. */
record TrainingRows(TrainingPlan plan) {
    private static final String CAPPED = "mux";
    private static final String TIE = "tie";

    /** The pictures to search, in the data set's order: with a label or a tie of votes; at most the limit, drawn by the seed. */
    List<LabelledPicture> pictures(List<LabelledPicture> all) {
        List<LabelledPicture> usable = all.stream()
                .filter(picture -> picture.split().equals(Selection.TRAIN))
                .filter(picture -> picture.label().isPresent()
                        || picture.labelName().equals(TIE) && picture.votes().isPresent())
                .toList();
        if (plan.limit() == 0 || usable.size() <= plan.limit()) {
            return usable;
        }
        Set<String> drawn = usable.stream()
                .map(LabelledPicture::id)
                .sorted(Comparator.comparingDouble(id -> Parts.hash(plan.seed(), id)))
                .limit(plan.limit())
                .collect(Collectors.toSet());
        return usable.stream().filter(picture -> drawn.contains(picture.id())).toList();
    }

    /** The faces to use: found, measurable in the mirror too, and capped, in the order of the pictures. */
    List<LabelledFace> faces(List<LabelledPicture> pictures, Map<String, List<Optional<FoundFace>>> found) {
        return capped(measurable(pictures, found));
    }

    /** The faces that were found and are measurable in the mirror too, in the order of the pictures. */
    static List<LabelledFace> measurable(List<LabelledPicture> pictures, Map<String, List<Optional<FoundFace>>> found) {
        List<LabelledFace> measurable = new ArrayList<>();
        for (LabelledPicture picture : pictures) {
            List<Optional<FoundFace>> guises = found.get(picture.id());
            guises.get(0)
                    .filter(TrainingRows::isMeasurable)
                    .ifPresent(face -> measurable.add(labelled(picture, face, others(guises))));
        }
        return measurable;
    }

    private static List<FoundFace> others(List<Optional<FoundFace>> guises) {
        return guises.stream()
                .skip(1)
                .flatMap(Optional::stream)
                .filter(TrainingRows::isMeasurable)
                .toList();
    }

    private static boolean isMeasurable(FoundFace face) {
        return FeatureMeasurer.measure(face.landmarks()) instanceof RawFeatures
                && FeatureMeasurer.measure(MirroredLandmarks.of(face.landmarks())) instanceof RawFeatures;
    }

    private static LabelledFace labelled(LabelledPicture picture, FoundFace face, List<FoundFace> others) {
        EmotionDistribution target = picture.votes()
                .orElseGet(() -> EmotionDistribution.certain(picture.label().orElseThrow()));
        Emotion label = picture.label().orElseGet(target::mostProbable);
        return new LabelledFace(
                picture.id(),
                picture.source(),
                picture.group(),
                label,
                picture.label().isPresent(),
                target,
                face,
                others);
    }

    private List<LabelledFace> capped(List<LabelledFace> faces) {
        Map<Emotion, Integer> taken = new EnumMap<>(Emotion.class);
        Set<String> dropped = new HashSet<>();
        faces.stream()
                .filter(face -> face.source().equals(CAPPED))
                .sorted(Comparator.comparingDouble(face -> Parts.hash(plan.seed() + 1, face.id())))
                .filter(face -> taken.merge(face.label(), 1, Integer::sum) > plan.cap())
                .forEach(face -> dropped.add(face.id()));
        return faces.stream().filter(face -> !dropped.contains(face.id())).toList();
    }
}
