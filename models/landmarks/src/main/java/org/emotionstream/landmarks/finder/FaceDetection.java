package org.emotionstream.landmarks.finder;

import java.util.Optional;

/**
 * One face that a finder found, in pixels of what it searched.
 *
 * @param box around the face, in the framing of its finder
 * @param score how sure the finder is, on its own scale: the higher, the surer
 * @param points of finders that place them
 */
public record FaceDetection(FaceBox box, double score, Optional<FivePoints> points) {}
