package org.emotionstream.paper.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureProjection;

/**
 * scikit-learn's {@code StandardScaler} and {@code PCA}, out of files of numpy.
 *
 * @param projection both in one: the PCA's own mean is folded into the scaler's
 * @param explainedVariance share of the variance that the components keep, in (0, 1]; empty when the file does
 *     not say it
 */
record ScalerAndComponents(FeatureProjection projection, OptionalDouble explainedVariance) {
    /** Writes the scaler, in Python. */
    static final String SCALER_LINE = "np.savez(\"scaler.npz\", mean=scaler.mean_, scale=scaler.scale_)";

    /** Writes the PCA, in Python. */
    static final String PCA_LINE = "np.savez(\"pca.npz\", mean=pca.mean_, components=pca.components_,"
            + " explained_variance_ratio=pca.explained_variance_ratio_)";

    private static final String RATIOS = "explained_variance_ratio";
    private static final List<Integer> FEATURES = List.of(FeatureLayout.COUNT);
    private static final List<Integer> COMPONENTS = List.of(FeatureVector.COMPONENTS, FeatureLayout.COUNT);

    /**
     * @param scaler a {@code .npz} with {@code mean} and {@code scale}, or a {@code .npy} with these two rows
     * @param pca a {@code .npz} with {@code mean} and {@code components} and, where known,
     *     {@code explained_variance_ratio}, or a {@code .npy} with the mean and then the components as rows
     * @throws KerasException when a file cannot be read, or holds other shapes
     */
    static ScalerAndComponents read(Path scaler, Path pca) {
        NamedArrays scaling = NamedArrays.read(scaler, SCALER_LINE, "scale", List.of(2, FeatureLayout.COUNT));
        NamedArrays components = NamedArrays.read(
                pca, PCA_LINE, "components", List.of(FeatureVector.COMPONENTS + 1, FeatureLayout.COUNT));
        double[] scale = scaling.get("scale", FEATURES).values();
        double[] mean = scaling.get("mean", FEATURES).values().clone();
        double[] pcaMean = components.get("mean", FEATURES).values();
        NpyArray rows = components.components(COMPONENTS);
        for (int i = 0; i < mean.length; i++) {
            // ((x - mean) / scale - pcaMean) is (x - (mean + scale * pcaMean)) / scale.
            mean[i] += scale[i] * pcaMean[i];
        }
        return new ScalerAndComponents(projection(scaler, mean, scale, rows), explainedVariance(pca, components.all()));
    }

    private static FeatureProjection projection(Path scaler, double[] mean, double[] scale, NpyArray components) {
        try {
            return FeatureProjection.of(mean, scale, components.rows(0, FeatureVector.COMPONENTS));
        } catch (IllegalArgumentException e) {
            throw new KerasException(scaler + ": " + e.getMessage(), e);
        }
    }

    private static OptionalDouble explainedVariance(Path pca, Map<String, NpyArray> arrays) {
        if (!arrays.containsKey(RATIOS)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double ratio : arrays.get(RATIOS).values()) {
            sum += ratio;
        }
        // Rounding may lift the sum of all ratios above 1 by a hair.
        if (!(sum > 0 && sum <= 1 + 1e-6)) {
            throw new KerasException(pca + ": " + RATIOS + ": expected a sum in (0, 1], found " + sum);
        }
        return OptionalDouble.of(Math.min(1, sum));
    }
}
