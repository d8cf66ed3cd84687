package org.emotionstream.onnx;

/** A process that loads ONNX Runtime and ends. */
final class LoadOnnxRuntime {
    private LoadOnnxRuntime() {}

    public static void main(String[] arguments) {
        System.out.println("loaded " + OnnxRuntimeLibrary.environment().getVersion());
    }
}
