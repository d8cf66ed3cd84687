package org.emotionstream.training.recipe;

import java.util.List;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.training.faces.FoundFace;
import org.emotionstream.training.optimisation.Sample;

/** Faces with the components that serving computes for them. */
final class Samples {
    private Samples() {}

    /** Of faces that are only asked about: without their other guises. */
    static List<Sample> asServed(List<LabelledFace> faces, FeatureProjection projection) {
        return faces.stream().map(face -> of(face, List.of(), projection)).toList();
    }

    static Sample of(LabelledFace face, FeatureProjection projection) {
        return of(face, face.guises(), projection);
    }

    private static Sample of(LabelledFace face, List<FoundFace> guises, FeatureProjection projection) {
        Landmarks landmarks = face.face().landmarks();
        return new Sample(
                face.face().tile(),
                components(landmarks, projection),
                components(MirroredLandmarks.of(landmarks), projection),
                face.label(),
                face.target(),
                guises.stream().map(guise -> guise(guise, projection)).toList());
    }

    private static Sample.Guise guise(FoundFace face, FeatureProjection projection) {
        return new Sample.Guise(
                face::pixels,
                components(face.landmarks(), projection),
                components(MirroredLandmarks.of(face.landmarks()), projection));
    }

    private static FeatureVector components(Landmarks landmarks, FeatureProjection projection) {
        if (FeatureMeasurer.measure(landmarks) instanceof RawFeatures features) {
            return projection.project(features);
        }
        throw new IllegalArgumentException("samples are made of measurable faces only");
    }
}
