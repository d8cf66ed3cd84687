package org.emotionstream.training.network;

import org.bytedeco.pytorch.Tensor;

/** What follows a dense layer. */
public enum Activation {
    RELU("Relu") {
        @Override
        Tensor apply(Tensor values) {
            return values.relu();
        }
    },
    SIGMOID("Sigmoid") {
        @Override
        Tensor apply(Tensor values) {
            return values.sigmoid();
        }
    };

    private final String onnxOperator;

    Activation(String onnxOperator) {
        this.onnxOperator = onnxOperator;
    }

    /** The name of the ONNX operator that computes it. */
    public String onnxOperator() {
        return onnxOperator;
    }

    abstract Tensor apply(Tensor values);
}
