package org.emotionstream.training.network;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** Work whose tensors are let go of at its end: libtorch's memory is not the garbage collector's. */
public final class Scoped {
    private Scoped() {}

    /** Does this work; its tensors do not outlive it, except those that something else retains. */
    @SuppressWarnings("try")
    public static <T> T compute(Supplier<T> work) {
        try (PointerScope scope = new PointerScope()) {
            return work.get();
        }
    }

    /** Like {@link #compute}, without a result. */
    public static void run(Runnable work) {
        compute(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Like {@link #compute}, and nothing is remembered for a backward pass. */
    @SuppressWarnings("try")
    public static <T> T computeWithoutGradients(Supplier<T> work) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            return work.get();
        }
    }
}
