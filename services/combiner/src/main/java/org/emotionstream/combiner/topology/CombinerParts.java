package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.events.SchemaRegistry;
import org.emotionstream.events.Topics;

/**
 * What the topology is made of.
 *
 * @param topics their names
 * @param registry where schemas are published; empty for none
 * @param partitions of each of the five topics that are joined
 * @param deadline how long an image waits for its networks, by wall clock
 * @param horizon how long after it entered a picture may be answered, and how long after that it is remembered, by the clock of the broker
 * @param answers makes an answer of distributions
 * @param branchEnds tells where the topics of distributions end
 * @param metrics counts
 * @param clock tells the time to people, as in {@code completedAt}; no deadline and no horizon rests on it
 */
public record CombinerParts(
        Topics topics,
        Optional<SchemaRegistry> registry,
        int partitions,
        Duration deadline,
        Duration horizon,
        DistributionsToImageEmotions answers,
        BranchEnds branchEnds,
        CombinerMetrics metrics,
        InstantSource clock) {}
