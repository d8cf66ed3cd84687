package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.time.InstantSource;
import org.emotionstream.combiner.join.DistributionsToImageEmotions;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.tracing.Tracing;
import org.emotionstream.events.wire.Schemas;

/**
 * What the topology is made of.
 *
 * @param topics their names
 * @param registry where schemas are published and found
 * @param partitions of each of the five topics that are joined
 * @param deadline how long an image waits for its networks, by wall clock
 * @param horizon how long after it entered a picture may be answered, and how long after that it is remembered, by the clock of the broker
 * @param answers makes an answer of distributions
 * @param branchEnds tells where the topics of distributions end
 * @param metrics counts
 * @param tracing makes a span of each answer
 * @param clock tells the time to people, as in {@code completedAt}; no deadline and no horizon rests on it
 */
public record CombinerParts(
        Topics topics,
        Schemas registry,
        int partitions,
        Duration deadline,
        Duration horizon,
        DistributionsToImageEmotions answers,
        BranchEnds branchEnds,
        CombinerMetrics metrics,
        Tracing tracing,
        InstantSource clock) {}
