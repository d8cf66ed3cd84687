package org.emotionstream.training.principalcomponents;

/** How large the components are that the networks see. */
public enum ComponentScale {
    /**
     * Each of variance 1 over the training set, so that the networks see numbers of one size; that costs
     * nothing when serving.
     */
    UNIT_VARIANCE,
    /** As the projection leaves them, the strongest the largest: the paper's, which is scikit-learn's {@code PCA}. */
    AS_PROJECTED;

    /** What a component is divided by. */
    double divisor(double variance) {
        // A component that hardly varies is left as it is: dividing would blow up rounding errors.
        return this == UNIT_VARIANCE && variance > 1e-9 ? Math.sqrt(variance) : 1;
    }
}
