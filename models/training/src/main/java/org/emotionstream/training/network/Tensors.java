package org.emotionstream.training.network;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Small conversions between Java's arrays and libtorch's tensors. */
public final class Tensors {
    private Tensors() {}

    /**
     * Makes libtorch compute this thread's work in this thread alone. The number of threads changes the
     * order of sums, and with it the last bits of every weight; the setting belongs to the calling thread.
     */
    public static void useOneThread() {
        torch.set_num_threads(1);
    }

    /** The numbers of a float tensor, row-major; a copy. */
    public static float[] toArray(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        FloatBuffer buffer = tensor.detach().contiguous().createBuffer();
        buffer.get(values);
        return values;
    }

    /** Two matrices with as many rows, side by side. */
    static Tensor concatenate(Tensor left, Tensor right) {
        return torch.cat(new TensorVector(left, right), 1);
    }

    static ScalarTypeOptional sameType() {
        return new ScalarTypeOptional();
    }
}
