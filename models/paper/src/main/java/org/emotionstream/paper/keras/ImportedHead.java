package org.emotionstream.paper.keras;

import java.nio.file.Path;
import java.util.List;

/**
 * The paper's combined model, out of its file: softmax of a dense layer on the sum of the four networks'
 * probabilities.
 *
 * @param file that it was read from
 * @param weights {@code [9 outputs][9 inputs]}
 * @param biases {@code [9 outputs]}
 * @param graphChecked whether the file described its graph
 */
record ImportedHead(Path file, List<List<Double>> weights, List<Double> biases, boolean graphChecked) {}
