package org.emotionstream.training.network;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Which values a training step leaves out, from a generator of its own: libtorch's own dropout draws from
 * one generator for the whole process, so that two networks that train at once would disturb each other.
 */
public final class Dropout implements AutoCloseable {
    private final Generator generator;
    private final GeneratorOptional generatorOptional;
    private final double beforePictureLayer;
    private final double afterPictureLayer;

    /**
     * @param seed same seed, same choice
     * @param beforePictureLayer share left out of the flattened picture, in [0, 1)
     * @param afterPictureLayer share left out of the dense layers' outputs, in [0, 1)
     */
    public Dropout(long seed, double beforePictureLayer, double afterPictureLayer) {
        this.generator = torch.createCPUGenerator(seed);
        this.generator.retainReference();
        this.generatorOptional = new GeneratorOptional(generator);
        this.generatorOptional.retainReference();
        this.beforePictureLayer = beforePictureLayer;
        this.afterPictureLayer = afterPictureLayer;
    }

    Tensor apply(Layers.DropoutPlace place, Tensor values) {
        return switch (place) {
            case BEFORE_PICTURE_LAYER -> drop(values, beforePictureLayer);
            case AFTER_PICTURE_LAYER -> drop(values, afterPictureLayer);
        };
    }

    private Tensor drop(Tensor values, double share) {
        if (share == 0) {
            return values;
        }
        Tensor kept = torch.empty_like(values).bernoulli_(1 - share, generatorOptional);
        return values.mul(kept.mul_(new Scalar(1 / (1 - share))));
    }

    @Override
    public void close() {
        generatorOptional.releaseReference();
        generator.releaseReference();
    }
}
