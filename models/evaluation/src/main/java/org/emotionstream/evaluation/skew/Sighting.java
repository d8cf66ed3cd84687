package org.emotionstream.evaluation.skew;

import java.util.Optional;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.CombinedEmotion;

/**
 * A face, or what the detector takes for one, as serving sees it.
 *
 * @param box in pixels of the picture
 * @param score the detector's
 * @param answer what the head makes of it; empty when it could not be measured
 */
record Sighting(BoundingBox box, float score, Optional<CombinedEmotion> answer) {}
