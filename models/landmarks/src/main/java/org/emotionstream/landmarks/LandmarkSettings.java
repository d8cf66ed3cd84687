package org.emotionstream.landmarks;

import org.emotionstream.landmarks.finder.DlibFinders;

/**
 * What the operator chooses; all else is the release's.
 *
 * @param smallestFace the smallest face wanted in a frame, in pixels of the picture, {@value #LEAST} to
 *     {@value #MOST}: frames are searched at the scale {@value #DETECTOR_FACE} / smallestFace, so 40 doubles
 *     each side first (four times the work) and 160 halves it; a frame that would then have more than {@link
 *     PictureLimits#plannedPixels()} is searched at the largest scale at which it does not
 * @param limits what a picture may ask of us
 */
public record LandmarkSettings(int smallestFace, PictureLimits limits) {
    /** The size of face that dlib's detector is made for, in pixels. */
    public static final int DETECTOR_FACE = DlibFinders.FACE;

    private static final int LEAST = 40;
    private static final int MOST = 1000;

    /** Faces of {@value #DETECTOR_FACE} pixels and more, frames searched as they are. */
    public static final LandmarkSettings DEFAULT = new LandmarkSettings(DETECTOR_FACE, PictureLimits.DEFAULT);

    public LandmarkSettings {
        if (smallestFace < LEAST || smallestFace > MOST) {
            throw new IllegalArgumentException(
                    "the smallest face wanted is of " + LEAST + " to " + MOST + " pixels, here it is " + smallestFace);
        }
    }

    /** The same with another smallest face. */
    public LandmarkSettings withSmallestFace(int pixels) {
        return new LandmarkSettings(pixels, limits);
    }
}
