package org.emotionstream.landmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.emotionstream.dlib.Pixels;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.finder.DlibFinders;
import org.emotionstream.landmarks.finder.FaceBox;
import org.emotionstream.landmarks.finder.FaceDetection;
import org.emotionstream.landmarks.finder.FaceFinder;
import org.emotionstream.landmarks.finder.FaceFinders;
import org.emotionstream.landmarks.finder.SearchReach;

/**
 * What finds and measures faces, once for the process, whatever the number of threads and releases: dlib's shape
 * predictor (67 MB) for all, and as many finders as threads search at the same time. Safe for use by many threads.
 */
public final class FaceModels implements AutoCloseable {
    private final ShapePredictor predictor;
    private final FaceFinders finders;
    private final SearchBudget budget = new SearchBudget(SearchBudget.PIXELS);
    private final SearchBudget decoded = new SearchBudget(PictureLimits.DEFAULT.decodedPixels());
    private final Deque<FaceFinder> idle = new ArrayDeque<>();
    private boolean closed;

    private FaceModels(ShapePredictor predictor, FaceFinders finders) {
        this.predictor = predictor;
        this.finders = finders;
    }

    /** As {@link #open(Path, FaceFinders)}, with dlib's detector. */
    public static FaceModels open(Path predictor) {
        return open(predictor, new DlibFinders());
    }

    /**
     * Loads the models and every native library, and uses each once; takes one to three seconds.
     *
     * @param predictor the file with dlib's 68-point shape predictor, see {@link ShapePredictor#DEBIAN_MODEL}
     * @param finders of the faces; what they hold is to be closed after these models
     * @throws org.emotionstream.dlib.DlibException when it cannot be loaded, saying what to install
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when a native library cannot be
     *     unpacked or loaded, or does not do its work, naming the folder and the cause
     */
    public static FaceModels open(Path predictor, FaceFinders finders) {
        OpenCvLibrary.load();
        FaceModels models = new FaceModels(ShapePredictor.open(predictor), finders);
        try {
            models.giveBack(finders.finder());
            FirstUse.of(models);
            return models;
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    /** Does this while so many pixels of pictures are in memory, decoded: the largest is alone there. */
    <T> T holding(long pixels, Supplier<T> work) {
        return decoded.spend(pixels, work);
    }

    /** The faces in these pixels, best score first. */
    List<FaceDetection> find(Pixels pixels, double threshold) {
        long budgeted = (long) pixels.width()
                * pixels.height()
                * finders.reach().bytesAPixel()
                / DlibFinders.REACH.bytesAPixel();
        return budget.spend(budgeted, () -> search(pixels, threshold));
    }

    /** What the finders see. */
    SearchReach reach() {
        return finders.reach();
    }

    /** The box of a face as dlib's shape predictor knows it, in pixels of what was searched. */
    FaceBox inDlibsFrame(FaceDetection face) {
        return finders.inDlibsFrame(face);
    }

    private List<FaceDetection> search(Pixels pixels, double threshold) {
        FaceFinder finder = take();
        try {
            return finder.find(pixels, threshold);
        } finally {
            giveBack(finder);
        }
    }

    /** {@code int[136]}: the points of the face in this box, see {@link ShapePredictor#predict}. */
    int[] predict(Pixels pixels, int left, int top, int right, int bottom) {
        return predictor.predict(pixels, left, top, right, bottom);
    }

    private FaceFinder take() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("these models are closed");
            }
            if (!idle.isEmpty()) {
                // The one used last: its memory is warm.
                return idle.pop();
            }
        }
        return finders.finder();
    }

    private void giveBack(FaceFinder finder) {
        synchronized (idle) {
            if (!closed) {
                idle.push(finder);
                return;
            }
        }
        finder.close();
    }

    /** Frees the native memory; what is searching still finishes, and then throws or frees its own. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(FaceFinder::close);
            idle.clear();
        }
        predictor.close();
    }
}
