package org.emotionstream.paper.recipe;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.optimisation.Batch;

/**
 * One of the four networks on a table of rows. A batch's bytes become numbers when it is its turn: all at once
 * would be four times as many.
 */
record NetworkClassifier(EmotionNetwork network, List<PaperRow> table) implements Classifier {
    @Override
    public List<Tensor> parameters() {
        return network.parameters();
    }

    @Override
    public Tensor logits(int[] rows) {
        byte[] pixels = new byte[rows.length * Planes.BYTES];
        float[] components = new float[rows.length * FeatureVector.COMPONENTS];
        for (int i = 0; i < rows.length; i++) {
            Planes.copy(table.get(rows[i]).tile(), pixels, i * Planes.BYTES);
            Batch.copy(table.get(rows[i]).components(), components, i);
        }
        Batch batch = Batch.of(pixels, 3, components);
        return network.logits(batch.planes(), batch.components(), Optional.empty());
    }
}
