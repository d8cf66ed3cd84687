package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.emotionstream.landmarks.PictureOutcome;

/**
 * The step of the release that pictures are pinned to.
 *
 * @param releaseId named in every message from here on
 * @param tileChannels planes a tile: 1 (grey) or 3 (blue, green, red)
 * @param step {@code ImageToLandmarks}, as a function
 */
record ReleasedStep(String releaseId, int tileChannels, Function<ByteBuffer, PictureOutcome> step) {}
