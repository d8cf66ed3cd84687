/**
 * One convolutional network of a release at work: a face's tile and components become nine probabilities.
 *
 * <p>{@link org.emotionstream.networks.FeaturesToDistribution} is the step;
 * {@link org.emotionstream.networks.OnnxRuntimeLibrary} says where ONNX Runtime finds its native library.
 */
package org.emotionstream.networks;
