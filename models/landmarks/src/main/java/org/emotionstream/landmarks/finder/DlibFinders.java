package org.emotionstream.landmarks.finder;

import org.emotionstream.dlib.FaceDetector;

/** Finders that are dlib's detector. */
public final class DlibFinders implements FaceFinders {
    /** The size of face that dlib's detector is made for, in pixels. */
    public static final int FACE = 80;

    /** About 7 bytes a pixel; as many pixels as the limits of a picture allow. */
    public static final SearchReach REACH = new SearchReach(FACE, Long.MAX_VALUE, FaceDetector.MOST_WIDTH, 7);

    @Override
    public FaceFinder finder() {
        return DlibFinder.open();
    }

    @Override
    public SearchReach reach() {
        return REACH;
    }

    @Override
    public FaceBox inDlibsFrame(FaceDetection face) {
        return face.box();
    }
}
