/**
 * One convolutional network of a release at work: a face's tile and components become nine probabilities.
 *
 * <p>{@link org.emotionstream.networks.FeaturesToDistribution} is the step. ONNX Runtime's native library is unpacked
 * once for all processes, into {@link org.emotionstream.contract.nativelibraries.NativeFolder}.
 */
package org.emotionstream.networks;
