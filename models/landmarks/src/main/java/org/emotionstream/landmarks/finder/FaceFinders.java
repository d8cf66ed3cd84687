package org.emotionstream.landmarks.finder;

/** Makes finders of one kind, as many as threads search at the same time. Safe for use by many threads. */
public interface FaceFinders {
    /** A new finder, for one thread at a time. */
    FaceFinder finder();

    /** What every finder of this kind sees. */
    SearchReach reach();

    /**
     * The box in which dlib's shape predictor is to place its points: dlib's detector frames a face in one way, with which
     * the predictor was trained, and other finders in others.
     *
     * @param face that a finder of this kind found
     */
    FaceBox inDlibsFrame(FaceDetection face);
}
