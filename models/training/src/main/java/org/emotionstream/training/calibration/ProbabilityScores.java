package org.emotionstream.training.calibration;

/**
 * What nine probabilities a face are worth, on faces that they were not fitted to.
 *
 * @param faces how many there are
 * @param accuracy share whose most probable class is the label, in [0, 1]
 * @param negativeLogLikelihood mean of -ln of the label's probability
 * @param brier mean squared distance to the shares of the votes, summed over the nine classes, in [0, 2]
 * @param calibrationError debiased root mean square difference between confidence and accuracy over bins of
 *     equal mass (Kumar, Liang and Ma 2019, "Verified uncertainty calibration")
 */
public record ProbabilityScores(
        int faces, double accuracy, double negativeLogLikelihood, double brier, double calibrationError) {}
