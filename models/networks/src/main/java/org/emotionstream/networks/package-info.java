/**
 * One convolutional network of a release at work: a face's tile and components become nine probabilities.
 *
 * <p>{@link org.emotionstream.networks.FeaturesToDistribution} is the step.
 */
package org.emotionstream.networks;
