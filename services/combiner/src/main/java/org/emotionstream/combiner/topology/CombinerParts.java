package org.emotionstream.combiner.topology;

import java.time.Duration;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.events.Schemas;
import org.emotionstream.events.Topics;

/**
 * What the topology is made of.
 *
 * @param topics their names
 * @param registry where schemas are published and found
 * @param partitions of each of the four topics of distributions
 * @param deadline how long an image waits for its networks, by wall clock
 * @param answeredHorizon how long an answered image is remembered, by the clock of the broker
 * @param answers makes an answer of distributions
 * @param branchEnds tells where the topics of distributions end
 * @param metrics counts
 */
public record CombinerParts(
        Topics topics,
        Schemas registry,
        int partitions,
        Duration deadline,
        Duration answeredHorizon,
        DistributionsToImageEmotions answers,
        BranchEnds branchEnds,
        CombinerMetrics metrics) {}
