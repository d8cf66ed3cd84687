package org.emotionstream.cnnworker;

import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.emotionstream.networks.FeaturesToDistribution;

/** What the channel needs of a network; a test has its own. */
interface Network extends AutoCloseable {
    /** As {@link FeaturesToDistribution#apply}. */
    EmotionDistribution apply(Tile tile, FeatureVector components);

    @Override
    default void close() {}

    /** A network of a release, in ONNX Runtime. */
    static Network of(StoredRelease stored, String name) {
        FeaturesToDistribution network = FeaturesToDistribution.of(stored, name);
        return new Network() {
            @Override
            public EmotionDistribution apply(Tile tile, FeatureVector components) {
                return network.apply(tile, components);
            }

            @Override
            public void close() {
                network.close();
            }
        };
    }
}
