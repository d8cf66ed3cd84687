package org.emotionstream.evaluation.report;

import org.emotionstream.evaluation.measurement.Interval;

/**
 * The combination against the best single model in the training of one seed.
 *
 * @param seed of the training
 * @param faces how many faces both answered
 * @param bestSingle the network, for example {@code model-1}
 * @param combined accuracy of the combination over these faces, in [0, 1]
 * @param single accuracy of that network, in [0, 1]
 * @param difference the first less the second, with the paired interval, clustered by group
 */
public record SeedResult(
        long seed, int faces, String bestSingle, double combined, double single, Interval difference) {}
