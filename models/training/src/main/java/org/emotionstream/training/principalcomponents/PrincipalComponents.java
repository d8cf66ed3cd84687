package org.emotionstream.training.principalcomponents;

import org.emotionstream.features.FeatureProjection;

/**
 * Scaler and principal components of a training set.
 *
 * @param projection from raw features to 33 components, each of variance 1 over the training set
 * @param explainedVariance share of the standardised features' variance that they keep, in (0, 1]
 */
public record PrincipalComponents(FeatureProjection projection, double explainedVariance) {}
