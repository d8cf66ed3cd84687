package org.emotionstream.features;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;

/**
 * What scaler and principal components have learned, checked, and its file {@code features.bin}.
 *
 * <p>Its arrays are shared, not copied: only {@link FeatureProjection} sees them, and it only reads.
 */
final class ProjectionNumbers {
    private static final int BYTES = (2 + FeatureVector.COMPONENTS) * FeatureLayout.COUNT * Double.BYTES;

    private final double[] mean;
    private final double[] scale;
    private final double[] components;

    private ProjectionNumbers(double[] mean, double[] scale, double[] components) {
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
    }

    static ProjectionNumbers copyOf(double[] mean, double[] scale, double[][] components) {
        expectLength("means", FeatureLayout.COUNT, mean.length);
        expectLength("scales", FeatureLayout.COUNT, scale.length);
        expectLength("components", FeatureVector.COMPONENTS, components.length);
        double[] rows = new double[FeatureVector.COMPONENTS * FeatureLayout.COUNT];
        for (int row = 0; row < components.length; row++) {
            expectLength("weights of component " + row, FeatureLayout.COUNT, components[row].length);
            System.arraycopy(components[row], 0, rows, row * FeatureLayout.COUNT, FeatureLayout.COUNT);
        }
        return new ProjectionNumbers(mean.clone(), scale.clone(), rows);
    }

    static ProjectionNumbers read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new ReleaseException(file + ": expected " + BYTES + " bytes (mean and scale of "
                        + FeatureLayout.COUNT + " features, then " + FeatureVector.COMPONENTS
                        + " components of them, 8 bytes a number), found " + bytes.length);
            }
            DoubleBuffer numbers = ByteBuffer.wrap(bytes).asDoubleBuffer();
            return new ProjectionNumbers(
                    take(numbers, FeatureLayout.COUNT),
                    take(numbers, FeatureLayout.COUNT),
                    take(numbers, FeatureVector.COMPONENTS * FeatureLayout.COUNT));
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ", the scaler and projection: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new ReleaseException(file + ": " + e.getMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().put(mean).put(scale).put(components);
        Files.write(file, bytes);
    }

    double[] mean() {
        return mean;
    }

    double[] scale() {
        return scale;
    }

    /** {@code [33][2249]}, row after row. */
    double[] components() {
        return components;
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
