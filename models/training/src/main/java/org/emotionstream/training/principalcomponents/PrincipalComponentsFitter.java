package org.emotionstream.training.principalcomponents;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;

/**
 * Fits scaler and principal components (section 3.2 of the paper): eigenvectors of the features'
 * correlation matrix, by libtorch's LAPACK in one thread.
 */
public final class PrincipalComponentsFitter {
    private static final int CHUNK = 1024;

    private PrincipalComponentsFitter() {}

    /** The components of these faces, as {@link #fit(List, ComponentScale)} with components of variance 1. */
    public static PrincipalComponents fit(List<Landmarks> faces) {
        return fit(faces, ComponentScale.UNIT_VARIANCE);
    }

    /**
     * The components of these faces.
     *
     * @param faces whose features can all be measured; more than 33 of them
     * @param scale of the components
     */
    public static PrincipalComponents fit(List<Landmarks> faces, ComponentScale scale) {
        if (faces.size() <= FeatureVector.COMPONENTS) {
            throw new IllegalArgumentException("principal components are fitted to more than "
                    + FeatureVector.COMPONENTS + " faces, here are " + faces.size());
        }
        Tensors.useOneThread();
        FeatureMoments moments = FeatureMoments.of(faces);
        return Scoped.compute(() -> {
            T_TensorTensor_T eigen = torch.linalg_eigh(correlation(faces, moments));
            return components(
                    moments, toArray(eigen.get0()), toArray(eigen.get1().t()), scale);
        });
    }

    private static Tensor correlation(List<Landmarks> faces, FeatureMoments moments) {
        double[] zeros = new double[FeatureLayout.COUNT * FeatureLayout.COUNT];
        Tensor sum = Tensor.create(zeros, FeatureLayout.COUNT, FeatureLayout.COUNT);
        double[] rows = new double[CHUNK * FeatureLayout.COUNT];
        for (int from = 0; from < faces.size(); from += CHUNK) {
            int count = Math.min(CHUNK, faces.size() - from);
            Arrays.fill(rows, 0);
            for (int i = 0; i < count; i++) {
                moments.standardise(faces.get(from + i), rows, i * FeatureLayout.COUNT);
            }
            Scoped.run(() -> {
                Tensor matrix = Tensor.create(rows, CHUNK, FeatureLayout.COUNT);
                sum.addmm_(matrix.t(), matrix);
            });
        }
        return sum.div(new Scalar((double) faces.size()));
    }

    /** From eigenvalues, least first, and eigenvectors row by row. */
    private static PrincipalComponents components(
            FeatureMoments moments, double[] values, double[] vectors, ComponentScale scale) {
        List<Double> shares = shares(values);
        double[][] rows = new double[FeatureVector.COMPONENTS][FeatureLayout.COUNT];
        for (int component = 0; component < rows.length; component++) {
            int row = values.length - 1 - component;
            double factor = sign(vectors, row) / scale.divisor(values[row]);
            for (int i = 0; i < FeatureLayout.COUNT; i++) {
                rows[component][i] = vectors[row * FeatureLayout.COUNT + i] * factor;
            }
        }
        double kept =
                shares.stream().limit(rows.length).mapToDouble(share -> share).sum();
        return new PrincipalComponents(FeatureProjection.of(moments.mean(), moments.scale(), rows), kept, shares);
    }

    /** Strongest first. */
    private static List<Double> shares(double[] values) {
        double total = Arrays.stream(values).sum();
        return IntStream.rangeClosed(1, values.length)
                .mapToObj(rank -> values[values.length - rank] / total)
                .toList();
    }

    /** An eigenvector's sign is arbitrary: its largest weight shall be positive. */
    private static double sign(double[] vectors, int row) {
        double largest = 0;
        for (int i = 0; i < FeatureLayout.COUNT; i++) {
            double weight = vectors[row * FeatureLayout.COUNT + i];
            largest = Math.abs(weight) > Math.abs(largest) ? weight : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private static double[] toArray(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        DoubleBuffer buffer = tensor.contiguous().createBuffer();
        buffer.get(values);
        return values;
    }
}
