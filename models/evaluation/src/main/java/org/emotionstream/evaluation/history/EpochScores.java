package org.emotionstream.evaluation.history;

/**
 * How a network did in one epoch: what the curves of a report show (the paper's figures 17 to 20).
 *
 * @param trainingLoss mean loss of the samples as they were learned from: augmented, with dropout
 * @param trainingAccuracy share of right answers among the same, in [0, 1]
 * @param heldOutLoss mean cross entropy of the samples held out, by the weights at the epoch's end
 * @param heldOutAccuracy share of right answers among the same, in [0, 1]
 */
public record EpochScores(double trainingLoss, double trainingAccuracy, double heldOutLoss, double heldOutAccuracy) {}
