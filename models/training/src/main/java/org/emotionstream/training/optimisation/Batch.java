package org.emotionstream.training.optimisation;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * Some samples as tensors, which belong to the caller's pointer scope.
 *
 * @param planes {@code float[N][1 or 3][100][100]}, a tile's bytes as they are, in [0, 255]
 * @param components {@code float[N][33]}
 */
public record Batch(Tensor planes, Tensor components) {
    /** These samples as they are. */
    public static Batch of(List<Sample> samples) {
        int planes = samples.get(0).tile().channels();
        int bytes = planes * Tile.PLANE_BYTES;
        byte[] pixels = new byte[samples.size() * bytes];
        float[] components = new float[samples.size() * FeatureVector.COMPONENTS];
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).tile().pixels().get(pixels, i * bytes, bytes);
            copy(samples.get(i).components(), components, i);
        }
        return of(pixels, planes, components);
    }

    /**
     * @param pixels {@code uint8[N][planes][100][100]}
     * @param components {@code float[N][33]}
     */
    public static Batch of(byte[] pixels, int planes, float[] components) {
        long count = pixels.length / (planes * Tile.PLANE_BYTES);
        // Channels last in memory, which every following layer keeps: it makes the convolutions faster.
        Tensor bytes = planes == 1
                ? Tensor.create(pixels, false, count, Tile.SIDE, Tile.SIDE, 1)
                : Tensor.create(pixels, false, count, planes, Tile.SIDE, Tile.SIDE)
                        .permute(0, 2, 3, 1)
                        .contiguous();
        Tensor values = bytes.to(torch.ScalarType.Float).permute(0, 3, 1, 2);
        return new Batch(values, Tensor.create(components, count, FeatureVector.COMPONENTS));
    }

    /** Writes a sample's components as row {@code row}. */
    public static void copy(FeatureVector vector, float[] rows, int row) {
        System.arraycopy(vector.toArray(), 0, rows, row * FeatureVector.COMPONENTS, FeatureVector.COMPONENTS);
    }

    /** What people saw: {@code float[N][9]}. */
    public static Tensor targets(List<Sample> samples) {
        float[] rows = new float[samples.size() * Emotion.COUNT];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i).target().toArray(), 0, rows, i * Emotion.COUNT, Emotion.COUNT);
        }
        return Tensor.create(rows, samples.size(), Emotion.COUNT);
    }
}
