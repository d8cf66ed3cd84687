package org.emotionstream.landmarks.finder;

import java.util.List;
import java.util.Optional;
import org.emotionstream.dlib.Detection;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.dlib.Pixels;

/**
 * dlib's frontal face detector as a finder: faces of about 80 pixels and more, scores seldom above 4, no points. Its boxes
 * are those that dlib's shape predictor was trained with.
 */
public final class DlibFinder implements FaceFinder {
    private final FaceDetector detector;

    private DlibFinder(FaceDetector detector) {
        this.detector = detector;
    }

    /**
     * A new finder.
     *
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when dlib's library cannot be loaded
     * @throws org.emotionstream.dlib.DlibException when the detector's own model cannot be loaded
     */
    public static DlibFinder open() {
        return new DlibFinder(FaceDetector.open());
    }

    @Override
    public List<FaceDetection> find(Pixels pixels, double threshold) {
        return detector.detect(pixels, threshold).stream().map(DlibFinder::face).toList();
    }

    private static FaceDetection face(Detection found) {
        FaceBox box = new FaceBox(found.left(), found.top(), found.width(), found.height());
        return new FaceDetection(box, found.score(), Optional.empty());
    }

    @Override
    public void close() {
        detector.close();
    }
}
