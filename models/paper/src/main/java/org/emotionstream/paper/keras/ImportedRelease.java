package org.emotionstream.paper.keras;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.emotionstream.contract.Head;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.paper.recipe.PaperPlan;
import org.emotionstream.training.export.NetworkToOnnx;
import org.emotionstream.training.export.ReleaseContents;
import org.emotionstream.training.export.ReleaseFolder;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.PictureScaling;

/** Writes what was imported as a release. */
record ImportedRelease(ImportedModels imported, ImportRecord record) {
    /** What stands in place of the share of variance that the components keep, where it is not known. */
    static final double UNKNOWN_VARIANCE = 0;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes the release, which has been read again when it is given back.
     *
     * @param target its folder, named by its id; must not exist
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    StoredRelease write(Path target) throws IOException {
        String id = target.toAbsolutePath().normalize().getFileName().toString();
        ReleaseContents contents = new ReleaseContents(
                id,
                PaperPlan.TILE,
                imported.features().projection(),
                imported.features().explainedVariance().orElse(UNKNOWN_VARIANCE),
                imported.models().networks().stream().map(this::graph).toList(),
                head(),
                JSON.valueToTree(record));
        Map<String, String> texts = Map.of(ReleaseFolder.CARD, ImportedCard.text(id, record));
        return ReleaseFolder.write(target, contents, written -> new ReleaseFolder.Measured(NullNode.instance, texts));
    }

    private ModelProto graph(ImportedNetwork network) {
        PictureScaling scaling = new PictureScaling((float) imported.pixelScale(), 0);
        return NetworkToOnnx.convert(network.architecture(), scaling, Architecture.PLANES, network.weights());
    }

    /** The paper's, whose sum is scaled where networks are missing; it is sure of every answer. */
    private Head head() {
        ImportedHead head = imported.models().head();
        return Head.ofSum(head.weights(), head.biases(), 0);
    }
}
