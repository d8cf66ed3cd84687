package org.emotionstream.training.principalcomponents;

import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.Measurement;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.features.RawMeasurement;

/**
 * Mean and standard deviation of each feature over a training set (the population's, divided by n, as
 * scikit-learn's StandardScaler has it; 1 where a feature never varies).
 *
 * @param mean {@code double[2249]}
 * @param scale {@code double[2249]}, greater than 0
 */
// Internal, never compared: the arrays are handed on to the projection, which copies them.
@SuppressWarnings("ArrayRecordComponent")
record FeatureMoments(double[] mean, double[] scale) {
    static FeatureMoments of(List<Landmarks> faces) {
        double[] row = new double[FeatureLayout.COUNT];
        double[] mean = new double[FeatureLayout.COUNT];
        double[] squares = new double[FeatureLayout.COUNT];
        int seen = 0;
        // Welford's way: exact also where the mean is large and the deviation small.
        for (Landmarks face : faces) {
            measure(face).copyTo(row, 0);
            seen++;
            for (int i = 0; i < row.length; i++) {
                double difference = row[i] - mean[i];
                mean[i] += difference / seen;
                squares[i] += difference * (row[i] - mean[i]);
            }
        }
        double[] scale = new double[FeatureLayout.COUNT];
        for (int i = 0; i < scale.length; i++) {
            double deviation = Math.sqrt(squares[i] / seen);
            scale[i] = deviation > 1e-12 ? deviation : 1;
        }
        return new FeatureMoments(mean, scale);
    }

    /** Writes the standardised features of a face into {@code rows} from {@code offset} on. */
    void standardise(Landmarks face, double[] rows, int offset) {
        measure(face).copyTo(rows, offset);
        for (int i = 0; i < mean.length; i++) {
            rows[offset + i] = (rows[offset + i] - mean[i]) / scale[i];
        }
    }

    private static RawFeatures measure(Landmarks face) {
        RawMeasurement measured = FeatureMeasurer.measure(face);
        if (measured instanceof RawFeatures features) {
            return features;
        }
        throw new IllegalArgumentException("a face without " + ((Measurement.Unmeasurable) measured).featureName()
                + " cannot teach the principal components: leave unmeasurable faces out");
    }
}
