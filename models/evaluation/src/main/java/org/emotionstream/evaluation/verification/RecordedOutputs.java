package org.emotionstream.evaluation.verification;

import java.util.List;
import java.util.Map;

/**
 * What a release answers to seeded inputs. Lists are {@code [inputs][numbers]}.
 *
 * @param projections what scaler and principal components make of seeded landmarks: 33 numbers each
 * @param networks by the name of the network: nine probabilities of seeded tile and components
 * @param head by the names of the networks that have answered, joined by {@code +}, all 15 subsets: nine
 *     combined probabilities of what these networks give
 */
record RecordedOutputs(
        List<List<Float>> projections, Map<String, List<List<Float>>> networks, Map<String, List<List<Float>>> head) {}
