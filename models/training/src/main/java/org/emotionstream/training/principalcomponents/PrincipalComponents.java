package org.emotionstream.training.principalcomponents;

import java.util.List;
import org.emotionstream.features.FeatureProjection;

/**
 * Scaler and principal components of a training set.
 *
 * @param projection from raw features to 33 components
 * @param explainedVariance share of the standardised features' variance that they keep, in (0, 1]
 * @param shares of the variance, of every component there is, strongest first; their sum is 1
 */
public record PrincipalComponents(FeatureProjection projection, double explainedVariance, List<Double> shares) {
    public PrincipalComponents {
        shares = List.copyOf(shares);
    }

    /** How many of the components, strongest first, keep at least this share of the variance, in (0, 1]. */
    public int countKeeping(double share) {
        double kept = 0;
        int count = 0;
        while (count < shares.size() && kept < share) {
            kept += shares.get(count);
            count++;
        }
        return count;
    }
}
