/**
 * From 68 landmarks to the 33 numbers that the networks see besides the tile.
 *
 * <p>{@link org.emotionstream.features.FeatureLayout} says which features there are and in which order,
 * {@link org.emotionstream.features.FeatureMeasurer} measures them, and
 * {@link org.emotionstream.features.FeatureProjection} standardises and projects them;
 * {@link org.emotionstream.features.LandmarksToFeatures} is all of it with the numbers of a release.
 * Training and serving both compute with these classes, so that they cannot differ.
 */
package org.emotionstream.features;
