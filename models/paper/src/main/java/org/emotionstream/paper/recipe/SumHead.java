package org.emotionstream.paper.recipe;

import java.util.List;

/**
 * The combined model as it was learned: {@code softmax(weights x sum + biases)}.
 *
 * @param weights {@code [9 outputs][9 inputs]}
 * @param biases {@code [9 outputs]}
 */
record SumHead(List<List<Double>> weights, List<Double> biases) {
    /** How many numbers it has learned. */
    static final int PARAMETERS = 90;
}
