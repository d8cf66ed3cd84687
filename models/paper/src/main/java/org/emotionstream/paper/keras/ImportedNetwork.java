package org.emotionstream.paper.keras;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * One of the four networks, out of its file.
 *
 * @param file that it was read from
 * @param architecture which of the four
 * @param weights in the order and layout of {@link org.emotionstream.training.network.Architecture#parameters()}
 * @param graphChecked whether the file described its graph; else pools, activations and the order of the
 *     concatenation are taken from the paper
 */
record ImportedNetwork(Path file, PaperArchitecture architecture, List<float[]> weights, boolean graphChecked) {
    ImportedNetwork {
        weights = List.copyOf(weights);
    }
}
