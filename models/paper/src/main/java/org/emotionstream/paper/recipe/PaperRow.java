package org.emotionstream.paper.recipe;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.features.RawFeatures;

/**
 * One row of the table that Keras is given: an original, or a changed copy of one.
 *
 * @param tile three planes, or one that stands for all three
 * @param components of the original's landmarks, in the copy too
 * @param label of both
 */
record PaperRow(Tile tile, FeatureVector components, Emotion label) {
    /** The originals, in the order of these faces, which can all be measured. */
    static List<PaperRow> of(List<SingleFace> faces, FeatureProjection projection) {
        return faces.stream()
                .map(face -> new PaperRow(
                        face.tile(),
                        projection.project((RawFeatures) FeatureMeasurer.measure(face.landmarks())),
                        face.label()))
                .toList();
    }
}
