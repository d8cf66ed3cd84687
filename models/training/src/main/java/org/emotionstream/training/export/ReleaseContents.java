package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.emotionstream.contract.Head;
import org.emotionstream.contract.Release;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * What a release holds, whoever made it, besides what is only known once it can be served.
 *
 * @param id of the release
 * @param tile how tiles are cut
 * @param projection from features to components
 * @param explainedVariance share of the features' variance that the components keep, in (0, 1]; 0 where it is not known
 * @param networks of model-1 to model-4, as {@link NetworkToOnnx} writes them
 * @param head the combined model, for every set of networks
 * @param training how it was made, as it shall stand in {@code release.json}
 */
public record ReleaseContents(
        String id,
        Release.TileSettings tile,
        FeatureProjection projection,
        double explainedVariance,
        List<ModelProto> networks,
        Head head,
        JsonNode training) {
    public ReleaseContents {
        networks = List.copyOf(networks);
        if (networks.size() != PaperArchitecture.values().length) {
            throw new IllegalArgumentException(
                    "a release holds " + PaperArchitecture.values().length + " networks, here are " + networks.size());
        }
    }
}
