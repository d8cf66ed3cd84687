package org.emotionstream.evaluation.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.evaluation.calibration.ProbabilityScores;

/**
 * Which head answers when exactly these networks have answered, and what it was chosen from.
 *
 * @param networks labels of the networks, in order, for example model-1 and model-3
 * @param chosen the name of the candidate that serves
 * @param candidates cross-fitted scores of each candidate by its name, from simple to complex, for example {@code average}, {@code
 *     weighted}, {@code logarithmic} and {@code model-1}
 */
public record SubsetChoice(List<String> networks, String chosen, Map<String, ProbabilityScores> candidates) {
    public SubsetChoice {
        networks = List.copyOf(networks);
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }
}
