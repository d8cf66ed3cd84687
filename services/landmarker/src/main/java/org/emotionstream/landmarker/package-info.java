/** Finds the faces in photographs: {@code images.raw} to {@code images.landmarks}, or to {@code images.rejected}. */
package org.emotionstream.landmarker;
