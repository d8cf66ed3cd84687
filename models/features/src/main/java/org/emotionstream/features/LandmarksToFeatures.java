package org.emotionstream.features;

import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Release.FeatureSettings;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;

/**
 * The second hop (section 3.2 of the paper): 68 landmarks become 2,249 angles and ratios, and these,
 * standardised, 33 principal components. Safe for use by many threads.
 */
public final class LandmarksToFeatures {
    private final FeatureProjection projection;

    public LandmarksToFeatures(FeatureProjection projection) {
        this.projection = projection;
    }

    /**
     * The step with the numbers of this release.
     *
     * @throws ReleaseException when its features are not the ones that this code computes, or its file with
     *     scaler and projection cannot be used; the message names what was expected and what is there
     */
    public static LandmarksToFeatures of(StoredRelease stored) {
        FeatureSettings settings = stored.release().features();
        expect(stored, "features.layoutHash", FeatureLayout.hash(), settings.layoutHash());
        expect(stored, "features.count", FeatureLayout.COUNT, settings.count());
        expect(stored, "features.components", FeatureVector.COMPONENTS, settings.components());
        return new LandmarksToFeatures(FeatureProjection.read(stored.features()));
    }

    /** The components of this face, or which feature could not be measured. */
    public Measurement apply(Landmarks face) {
        RawMeasurement raw = FeatureMeasurer.measure(face);
        return raw instanceof RawFeatures features
                ? new Measurement.Measured(projection.project(features))
                : (Measurement.Unmeasurable) raw;
    }

    private static void expect(StoredRelease stored, String field, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new ReleaseException("release " + stored.release().id() + ": " + field + ": this version computes "
                    + expected + ", the release was trained with " + actual
                    + "; serve a release that was trained by this version, or the version that trained this one");
        }
    }
}
