/** Builds pictures that nobody should send: for the tests of the landmarker, and for the mutation of pictures. */
package org.emotionstream.landmarks.hostile;
