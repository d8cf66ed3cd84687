package org.emotionstream.paper.recipe;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.optimisation.Answers;

/** What Keras's {@code fit} and {@code predict} see of a model: numbers to learn, and answers for rows of a table. */
interface Classifier {
    /** The learned tensors; they belong to the classifier. */
    List<Tensor> parameters();

    /** What the softmax takes for these rows: {@code float[rows][9]}, in the caller's scope. */
    Tensor logits(int[] rows);

    /** Nine probabilities for each of the first {@code count} rows: {@code float[count][9]}. */
    default float[][] probabilities(int count) {
        final int most = 250;
        float[][] answers = new float[count][];
        for (int from = 0; from < count; from += most) {
            int[] rows = IntStream.range(from, Math.min(count, from + most)).toArray();
            List<float[]> values = Scoped.computeWithoutGradients(() -> Answers.rows(torch.softmax(logits(rows), 1)));
            for (int i = 0; i < rows.length; i++) {
                answers[from + i] = values.get(i);
            }
        }
        return answers;
    }
}
