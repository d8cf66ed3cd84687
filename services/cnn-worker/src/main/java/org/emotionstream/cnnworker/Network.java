package org.emotionstream.cnnworker;

import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.networks.FeaturesToDistribution;
import org.emotionstream.networks.NetworkException;

/** What the channel needs of a network; a test has its own. */
interface Network extends AutoCloseable {
    /** As {@link FeaturesToDistribution#apply}. */
    EmotionDistribution apply(Tile tile, FeatureVector components);

    @Override
    default void close() {}

    /**
     * A network of a release, in ONNX Runtime; it has run once, on an empty face, so that what does not work on this
     * machine is known before the service is ready.
     *
     * @throws ReleaseException when it cannot be opened, or fails on the empty face
     */
    static Network of(StoredRelease stored, String name) {
        FeaturesToDistribution network = FeaturesToDistribution.of(stored, name);
        try {
            int channels = stored.release().tile().channels();
            network.apply(
                    Tile.owning(new byte[channels * Tile.PLANE_BYTES]),
                    FeatureVector.of(new float[FeatureVector.COMPONENTS]));
        } catch (NetworkException | NativeMemoryException e) {
            network.close();
            throw new ReleaseException(stored.network(name) + " fails on an empty face: " + e.getMessage(), e);
        }
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
