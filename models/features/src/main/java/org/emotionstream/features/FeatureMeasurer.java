package org.emotionstream.features;

import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.Measurement.Unmeasurable;

/**
 * Measures the 2,249 features of {@link FeatureLayout} (sections 3.2 and appendix of the paper): nothing
 * here is learned, so that training and every release share it.
 *
 * <p>An angle is {@code acos} of the cosine between two rays. The cosine of parallel rays can come out an
 * ulp beyond 1 and is clamped to [-1, 1]. Moving a face, or making it twice as large, changes no bit of the
 * result. Safe for use by many threads.
 */
public final class FeatureMeasurer {
    private static final int[] CONSTANTS = FeatureLayout.constants();
    private static final int[] ACTIVES = FeatureLayout.activeLandmarks();
    private static final int FIRST_ANGLE = Ratio.values().length;
    private static final Ratio[] RATIOS = Ratio.values();

    private FeatureMeasurer() {}

    /** The features of this face, or the first of them that has a zero denominator. */
    public static RawMeasurement measure(Landmarks face) {
        double[] features = new double[FeatureLayout.COUNT];
        int zero = measureRatios(face, features);
        if (zero < 0) {
            zero = measureAngles(face, features);
        }
        return zero < 0
                ? new RawFeatures(features)
                : new Unmeasurable(FeatureLayout.names().get(zero));
    }

    /** The position of the first ratio with a zero denominator, or -1. */
    private static int measureRatios(Landmarks face, double[] features) {
        for (int ratio = 0; ratio < RATIOS.length; ratio++) {
            double denominator = RATIOS[ratio].denominator(face);
            if (denominator == 0) {
                return ratio;
            }
            features[ratio] = RATIOS[ratio].numerator(face) / denominator;
        }
        return -1;
    }

    /** The position of the first angle with a zero denominator, or -1. */
    private static int measureAngles(Landmarks face, double[] features) {
        Rays rays = new Rays(ACTIVES.length);
        int position = FIRST_ANGLE;
        for (int first = 0; first < CONSTANTS.length - 1; first++) {
            rays.from(face, CONSTANTS[first], ACTIVES);
            for (int second = first + 1; second < CONSTANTS.length; second++) {
                int zero = rays.angles(face, CONSTANTS[first], CONSTANTS[second], features, position);
                if (zero >= 0) {
                    return position + zero;
                }
                position += ACTIVES.length;
            }
        }
        return -1;
    }
}
