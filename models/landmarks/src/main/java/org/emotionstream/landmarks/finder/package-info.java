/**
 * Finds the faces of a picture: {@link org.emotionstream.landmarks.finder.FaceFinder} is what the step asks, and each
 * other class here one answer to it.
 */
package org.emotionstream.landmarks.finder;
