/** Measures the faces: {@code images.landmarks} to {@code images.features}. */
package org.emotionstream.featurizer;
