package org.emotionstream.evaluation.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The pictures of one split that a measurement may rest on: those with a label, and of a split other than
 * {@code train} those that training has not seen.
 *
 * @param split for example {@code valid}
 * @param pictures in the order of the data set; each has a label
 * @param leftOut how many pictures of the split are left out, by reason; a picture counts under one reason
 */
public record Selection(String split, List<LabelledPicture> pictures, Map<String, Integer> leftOut) {
    /** The split that releases are trained on. */
    public static final String TRAIN = "train";

    /** The reason for pictures of a group that training has seen. */
    public static final String SEEN_IN_TRAINING = "group also in train";

    public Selection {
        pictures = List.copyOf(pictures);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Selects from all pictures of a data set.
     *
     * @throws DatasetException when it has no such split, naming those that it has
     */
    public static Selection of(List<LabelledPicture> all, String split) {
        Set<String> splits = all.stream().map(LabelledPicture::split).collect(Collectors.toCollection(TreeSet::new));
        if (!splits.contains(split)) {
            throw new DatasetException("the data set has no split " + split + "; it has " + splits);
        }
        Set<String> seen = split.equals(TRAIN) ? Set.of() : groups(all, TRAIN);
        List<LabelledPicture> selected = new ArrayList<>();
        Map<String, Integer> leftOut = new TreeMap<>();
        for (LabelledPicture picture : all) {
            if (!picture.split().equals(split)) {
                continue;
            }
            if (picture.label().isEmpty()) {
                leftOut.merge("no label: " + picture.labelName(), 1, Integer::sum);
            } else if (seen.contains(picture.group())) {
                leftOut.merge(SEEN_IN_TRAINING, 1, Integer::sum);
            } else {
                selected.add(picture);
            }
        }
        return new Selection(split, selected, leftOut);
    }

    private static Set<String> groups(List<LabelledPicture> all, String split) {
        return all.stream()
                .filter(picture -> picture.split().equals(split))
                .map(LabelledPicture::group)
                .collect(Collectors.toSet());
    }
}
