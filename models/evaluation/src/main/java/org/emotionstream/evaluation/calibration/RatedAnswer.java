package org.emotionstream.evaluation.calibration;

/** An answer for a face, whose confidence can be held against whether it is right. */
public interface RatedAnswer {
    /** The probability of the most probable class. */
    double confidence();

    /** Whether the most probable class is the label. */
    boolean right();
}
