package org.emotionstream.training.network;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;
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

    /** A tensor to learn, with these numbers; it outlives its scope, until its reference is released. */
    public static Tensor parameter(float[] values, ParameterShape shape) {
        Tensor parameter = Tensor.create(values, shape.dimensions());
        parameter.set_requires_grad(true);
        parameter.retainReference();
        return parameter;
    }
}
