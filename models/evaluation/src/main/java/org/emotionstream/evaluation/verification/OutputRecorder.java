package org.emotionstream.evaluation.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.Release.Network;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.networks.FeaturesToDistribution;

/** Asks a release, through the code that serves, what it makes of seeded inputs. */
final class OutputRecorder {
    private final StoredRelease release;
    private final SeededInputs inputs;

    OutputRecorder(StoredRelease release, SeededInputs inputs) {
        this.release = release;
        this.inputs = inputs;
    }

    /**
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     */
    RecordedOutputs outputs() {
        List<List<Float>> projections = new ArrayList<>();
        FeatureProjection projection = FeatureProjection.read(release.features());
        for (RawFeatures features : inputs.features()) {
            projections.add(list(projection.project(features).toArray()));
        }
        List<Map<String, EmotionDistribution>> answers = answers();
        Map<String, List<List<Float>>> networks = new LinkedHashMap<>();
        for (String network : NetworkSubsets.NETWORKS) {
            networks.put(
                    network,
                    answers.stream()
                            .map(answer -> list(answer.get(network).toArray()))
                            .toList());
        }
        return new RecordedOutputs(projections, networks, combined(answers));
    }

    /** For each input what each network answers. */
    private List<Map<String, EmotionDistribution>> answers() {
        List<Tile> tiles = inputs.tiles(release.release().tile().channels());
        List<FeatureVector> components = inputs.components();
        List<Map<String, EmotionDistribution>> answers = new ArrayList<>();
        tiles.forEach(tile -> answers.add(new LinkedHashMap<>()));
        for (Network each : release.release().networks()) {
            try (FeaturesToDistribution network = FeaturesToDistribution.of(release, each.name())) {
                for (int i = 0; i < tiles.size(); i++) {
                    answers.get(i).put(each.name(), network.apply(tiles.get(i), components.get(i)));
                }
            }
        }
        return answers;
    }

    private Map<String, List<List<Float>>> combined(List<Map<String, EmotionDistribution>> answers) {
        DistributionsToEmotion head = DistributionsToEmotion.of(release);
        Map<String, List<List<Float>>> combined = new LinkedHashMap<>();
        for (List<String> subset : NetworkSubsets.ALL) {
            List<List<Float>> ofSubset = new ArrayList<>();
            for (Map<String, EmotionDistribution> answer : answers) {
                Map<String, EmotionDistribution> some = new LinkedHashMap<>(answer);
                some.keySet().retainAll(subset);
                ofSubset.add(list(head.apply(some).distribution().toArray()));
            }
            combined.put(String.join("+", subset), ofSubset);
        }
        return combined;
    }

    private static List<Float> list(float[] numbers) {
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }
}
