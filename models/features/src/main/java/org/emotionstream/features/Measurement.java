package org.emotionstream.features;

import org.emotionstream.contract.FeatureVector;

/** What a face's landmarks give: the components that the networks see, or why there are none. */
public sealed interface Measurement {
    /**
     * @param components 33, strongest first
     */
    record Measured(FeatureVector components) implements Measurement {}

    /**
     * Two landmarks coincide, so that a feature has no value.
     *
     * @param featureName the first feature with a zero denominator, in the order of {@link FeatureLayout#names()}, for
     *     example {@code angle(0;1,36)}
     */
    record Unmeasurable(String featureName) implements Measurement, RawMeasurement {}
}
