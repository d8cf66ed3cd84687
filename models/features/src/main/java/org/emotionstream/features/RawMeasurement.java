package org.emotionstream.features;

/** The outcome of measuring a face, before anything that was learned touches it. */
public sealed interface RawMeasurement permits RawFeatures, RawMeasurement.ZeroDenominator {
    /**
     * Two landmarks coincide, so that a feature has no value.
     *
     * @param featureName the first such feature, in the order of {@link FeatureLayout#names()}
     */
    record ZeroDenominator(String featureName) implements RawMeasurement {}
}
