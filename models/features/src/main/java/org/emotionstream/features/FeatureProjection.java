package org.emotionstream.features;

import java.io.IOException;
import java.nio.file.Path;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;

/**
 * Scaler and principal components (section 3.2 of the paper): {@code components x ((features - mean) /
 * scale)}. Immutable, safe for use by many threads.
 */
public final class FeatureProjection {
    // 33 rows are summed three at a time: additions of one sum wait for each other, those of three do not.
    private static final int ROWS_AT_ONCE = 3;

    private final ProjectionNumbers numbers;
    private final double[] weights;

    private FeatureProjection(ProjectionNumbers numbers) {
        this.numbers = numbers;
        this.weights = new double[numbers.components().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = numbers.components()[i] / numbers.scale()[i % FeatureLayout.COUNT];
        }
    }

    /**
     * A projection of copies of these numbers.
     *
     * @param mean {@code [2249]} of each feature
     * @param scale {@code [2249]}: the standard deviation of each feature, greater than 0 (training puts 1
     *     where a feature never varies)
     * @param components {@code [33][2249]}, strongest first
     * @throws IllegalArgumentException when a length or a number is not as said, naming both sides
     */
    public static FeatureProjection of(double[] mean, double[] scale, double[][] components) {
        return new FeatureProjection(ProjectionNumbers.copyOf(mean, scale, components));
    }

    /**
     * The projection of a release's {@code features.bin}: big-endian 64-bit floats, first {@code mean[2249]},
     * then {@code scale[2249]}, then {@code components[33][2249]} row by row, and nothing else: 629,720 bytes.
     *
     * @throws ReleaseException when the file cannot be read, or is not such a file, naming both sides
     */
    public static FeatureProjection read(Path file) {
        return new FeatureProjection(ProjectionNumbers.read(file));
    }

    /**
     * Writes {@code features.bin}, which {@link #read} gives back bit for bit.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        numbers.write(file);
    }

    /**
     * The 33 components of a face.
     *
     * @throws IllegalArgumentException when one is beyond the range of a 32-bit float: scaler and components
     *     of one training never give that
     */
    public FeatureVector project(RawFeatures features) {
        double[] centred = features.toArray();
        double[] mean = numbers.mean();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean[i];
        }
        float[] projected = new float[FeatureVector.COMPONENTS];
        for (int row = 0; row < projected.length; row += ROWS_AT_ONCE) {
            projectThree(centred, row, projected);
        }
        return FeatureVector.of(projected);
    }

    private void projectThree(double[] centred, int row, float[] projected) {
        int first = row * FeatureLayout.COUNT;
        int second = first + FeatureLayout.COUNT;
        int third = second + FeatureLayout.COUNT;
        double firstSum = 0;
        double secondSum = 0;
        double thirdSum = 0;
        for (int i = 0; i < FeatureLayout.COUNT; i++) {
            double value = centred[i];
            firstSum += weights[first + i] * value;
            secondSum += weights[second + i] * value;
            thirdSum += weights[third + i] * value;
        }
        projected[row] = (float) firstSum;
        projected[row + 1] = (float) secondSum;
        projected[row + 2] = (float) thirdSum;
    }
}
