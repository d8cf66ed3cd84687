package org.emotionstream.features;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;

/**
 * Scaler and principal components (section 3.2 of the paper): {@code components x ((features - mean) /
 * scale)}. Immutable, safe for use by many threads.
 */
public final class FeatureProjection {
    private static final int BYTES = (2 + FeatureVector.COMPONENTS) * FeatureLayout.COUNT * Double.BYTES;

    // 33 rows are summed three at a time: additions of one sum wait for each other, those of three do not.
    private static final int ROWS_AT_ONCE = 3;

    private final double[] mean;
    private final double[] scale;
    private final double[] components;
    private final double[] weights;

    private FeatureProjection(double[] mean, double[] scale, double[] components) {
        expectFinite("mean", mean);
        expectFinite("scale", scale);
        expectFinite("component", components);
        for (int i = 0; i < scale.length; i++) {
            if (scale[i] <= 0) {
                throw new IllegalArgumentException(
                        "the scale of " + FeatureLayout.names().get(i) + " must be greater than 0, found " + scale[i]);
            }
        }
        this.mean = mean;
        this.scale = scale;
        this.components = components;
        this.weights = new double[components.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = components[i] / scale[i % FeatureLayout.COUNT];
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
        expectLength("means", FeatureLayout.COUNT, mean.length);
        expectLength("scales", FeatureLayout.COUNT, scale.length);
        expectLength("components", FeatureVector.COMPONENTS, components.length);
        double[] rows = new double[FeatureVector.COMPONENTS * FeatureLayout.COUNT];
        for (int row = 0; row < components.length; row++) {
            expectLength("weights of component " + row, FeatureLayout.COUNT, components[row].length);
            System.arraycopy(components[row], 0, rows, row * FeatureLayout.COUNT, FeatureLayout.COUNT);
        }
        return new FeatureProjection(mean.clone(), scale.clone(), rows);
    }

    /**
     * The projection of a release's {@code features.bin}: big-endian 64-bit floats, first {@code mean[2249]},
     * then {@code scale[2249]}, then {@code components[33][2249]} row by row, and nothing else: 629,720 bytes.
     *
     * @throws ReleaseException when the file cannot be read, or is not such a file, naming both sides
     */
    public static FeatureProjection read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new ReleaseException(file + ": expected " + BYTES + " bytes (mean and scale of "
                        + FeatureLayout.COUNT + " features, then " + FeatureVector.COMPONENTS
                        + " components of them, 8 bytes a number), found " + bytes.length);
            }
            DoubleBuffer numbers = ByteBuffer.wrap(bytes).asDoubleBuffer();
            return new FeatureProjection(
                    take(numbers, FeatureLayout.COUNT),
                    take(numbers, FeatureLayout.COUNT),
                    take(numbers, FeatureVector.COMPONENTS * FeatureLayout.COUNT));
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ", the scaler and projection: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new ReleaseException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes {@code features.bin}, which {@link #read} gives back bit for bit.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().put(mean).put(scale).put(components);
        Files.write(file, bytes);
    }

    /**
     * The 33 components of a face.
     *
     * @throws IllegalArgumentException when one is beyond the range of a 32-bit float: scaler and components
     *     of one training never give that
     */
    public FeatureVector project(RawFeatures features) {
        double[] centred = features.toArray();
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

    /** The standard deviation of each feature; not a copy. */
    double[] scale() {
        return scale;
    }

    private static double[] take(DoubleBuffer numbers, int count) {
        double[] taken = new double[count];
        numbers.get(taken);
        return taken;
    }

    private static void expectFinite(String what, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                String feature = FeatureLayout.names().get(i % FeatureLayout.COUNT);
                throw new IllegalArgumentException("expected finite numbers, found " + what + " number " + i + " of "
                        + numbers.length + " (for " + feature + ") to be " + numbers[i]);
            }
        }
    }

    private static void expectLength(String what, int expected, int actual) {
        if (expected != actual) {
            throw new IllegalArgumentException("expected " + expected + " " + what + ", found " + actual);
        }
    }
}
