package org.emotionstream.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The head, the combined model: makes one answer of those of the networks. Which networks have answered
 * decides how: each of the 15 sets of networks has a {@link SubsetHead} of its own. Safe for use by many
 * threads.
 */
public final class DistributionsToEmotion {
    /** How many networks a complete answer rests on. */
    public static final int NETWORKS = NetworkSubsets.NETWORKS.size();

    private final CompiledSubset[] bySubset = new CompiledSubset[NetworkSubsets.COMPLETE + 1];
    private final double minimumConfidence;

    /**
     * @throws ReleaseException when this is no head: a subset is missing or twice, a shape or number is wrong
     */
    public DistributionsToEmotion(Head head) {
        HeadCheck.check("head: ", head);
        for (SubsetHead subset : head.subsets()) {
            bySubset[NetworkSubsets.mask(subset.networks())] = CompiledSubset.of(subset);
        }
        minimumConfidence = head.minimumConfidence();
    }

    /**
     * The head of a release, read from its file.
     *
     * @throws ReleaseException when it cannot be read
     */
    public static DistributionsToEmotion of(StoredRelease stored) {
        return new DistributionsToEmotion(HeadFile.read(stored.head()));
    }

    /**
     * What a single subset's head computes, for one who fits it: the combined probabilities of one
     * distribution a network, in the order of the networks.
     *
     * @param subset of the right shapes
     */
    public static Function<List<EmotionDistribution>, EmotionDistribution> of(SubsetHead subset) {
        CompiledSubset compiled = CompiledSubset.of(subset);
        return distributions ->
                EmotionDistribution.of(compiled.apply(distributions.toArray(new EmotionDistribution[0])));
    }

    /**
     * The combined probabilities and what to conclude from them, by the head for exactly these networks.
     *
     * @param distributions by the names of the networks that answered; one to four of {@link
     *     NetworkSubsets#NETWORKS}. They are combined in the order of the networks, whatever that of the
     *     map is, so that the same answers give the same bits
     * @throws IllegalArgumentException when there are none, or a name is unknown
     */
    public CombinedEmotion apply(Map<String, EmotionDistribution> distributions) {
        EmotionDistribution[] answered = new EmotionDistribution[NETWORKS];
        int count = 0;
        int subset = 0;
        for (int network = 0; network < NETWORKS; network++) {
            EmotionDistribution distribution = distributions.get(NetworkSubsets.NETWORKS.get(network));
            if (distribution != null) {
                answered[count++] = distribution;
                subset |= 1 << network;
            }
        }
        if (count == 0 || count != distributions.size()) {
            throw new IllegalArgumentException("the head combines distributions of at least one of "
                    + NetworkSubsets.NETWORKS + " and of no other, here are some of " + distributions.keySet());
        }
        return apply(subset, answered);
    }

    /**
     * The same when all four have answered.
     *
     * @param distributions of model-1 to model-4, in this order
     * @throws IllegalArgumentException when these are not four
     */
    public CombinedEmotion applyToAll(List<EmotionDistribution> distributions) {
        if (distributions.size() != NETWORKS) {
            throw new IllegalArgumentException(
                    "expected the distributions of all " + NETWORKS + " networks, here are " + distributions.size());
        }
        return apply(NetworkSubsets.COMPLETE, distributions.toArray(new EmotionDistribution[0]));
    }

    private CombinedEmotion apply(int subset, EmotionDistribution[] answered) {
        EmotionDistribution combined = EmotionDistribution.of(bySubset[subset].apply(answered));
        return new CombinedEmotion(combined, verdict(combined));
    }

    private CombinedEmotion.Verdict verdict(EmotionDistribution combined) {
        if (combined.confidence() < minimumConfidence) {
            return CombinedEmotion.Verdict.UNCERTAIN;
        }
        return combined.mostProbable() == Emotion.NO_FACE
                ? CombinedEmotion.Verdict.NOT_A_FACE
                : CombinedEmotion.Verdict.EMOTION;
    }
}
