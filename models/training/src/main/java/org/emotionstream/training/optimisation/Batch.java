package org.emotionstream.training.optimisation;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * Some samples as tensors, which belong to the caller's pointer scope.
 *
 * @param planes {@code float[N][1][100][100]}, a byte b as (b / 255 - 0.5) * 4, so in [-2, 2]
 * @param components {@code float[N][33]}
 */
public record Batch(Tensor planes, Tensor components) {
    /** What a network is given for a byte: {@code b * SCALE + SHIFT}. */
    public static final float SCALE = 4f / 255f;

    /** See {@link #SCALE}. */
    public static final float SHIFT = -2f;

    /** These samples as they are. */
    public static Batch of(List<Sample> samples) {
        byte[] pixels = new byte[samples.size() * Tile.PLANE_BYTES];
        float[] components = new float[samples.size() * FeatureVector.COMPONENTS];
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).tile().pixels().get(pixels, i * Tile.PLANE_BYTES, Tile.PLANE_BYTES);
            copy(samples.get(i).components(), components, i);
        }
        return of(pixels, components);
    }

    static Batch of(byte[] pixels, float[] components) {
        long count = pixels.length / Tile.PLANE_BYTES;
        Tensor bytes = Tensor.create(pixels, false, count, Tile.SIDE, Tile.SIDE, 1);
        Tensor planes = bytes.to(torch.ScalarType.Float).mul_(new Scalar(SCALE)).add_(new Scalar(SHIFT));
        // Channels last in memory, which every following layer keeps: it makes the convolutions faster.
        return new Batch(planes.permute(0, 3, 1, 2), Tensor.create(components, count, FeatureVector.COMPONENTS));
    }

    static void copy(FeatureVector vector, float[] rows, int row) {
        System.arraycopy(vector.toArray(), 0, rows, row * FeatureVector.COMPONENTS, FeatureVector.COMPONENTS);
    }

    /** What people saw: {@code float[N][9]}. */
    static Tensor targets(List<Sample> samples) {
        float[] rows = new float[samples.size() * Emotion.COUNT];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i).target().toArray(), 0, rows, i * Emotion.COUNT, Emotion.COUNT);
        }
        return Tensor.create(rows, samples.size(), Emotion.COUNT);
    }
}
