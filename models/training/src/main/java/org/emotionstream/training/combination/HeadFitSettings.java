package org.emotionstream.training.combination;

/**
 * How a head is fitted.
 *
 * @param commonPull how strongly the matrix that a dense head's networks have in common is held near zero
 *     (times the sum of its squares); what remains then is one weight for each network
 * @param ownPull how strongly each network's own deviation from the common matrix is held near zero; large:
 *     one matrix for all, as in the paper
 * @param classWeightPower a class weighs (mean count of the classes / its count) to this power, in fitting
 *     and in choosing; 0: every face alike; 1: every class alike
 * @param voteShare how much of the target is the votes rather than the label, in [0, 1]
 * @param folds for cross-fitting, 2 or more
 * @param seed of the folds
 */
public record HeadFitSettings(
        double commonPull, double ownPull, double classWeightPower, double voteShare, int folds, long seed) {
    public HeadFitSettings {
        if (!(commonPull >= 0 && ownPull > 0 && classWeightPower >= 0 && voteShare >= 0 && voteShare <= 1)
                || folds < 2) {
            throw new IllegalArgumentException(
                    "expected commonPull >= 0, ownPull > 0, classWeightPower >= 0, voteShare in [0, 1], folds >= 2; found "
                            + commonPull + ", " + ownPull + ", " + classWeightPower + ", " + voteShare + ", " + folds);
        }
    }

    /** What a release is fitted with. */
    public static HeadFitSettings standard(long seed) {
        return new HeadFitSettings(1e-3, 1e-2, 0, 0, 5, seed);
    }
}
