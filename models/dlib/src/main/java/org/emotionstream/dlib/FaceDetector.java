package org.emotionstream.dlib;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionstream.dlib.RawDlib.RawFaceDetector;

/**
 * dlib's frontal face detector: a histogram of oriented gradients under five linear filters. It finds faces
 * of about 80 pixels and more; what is smaller, the caller enlarges first.
 *
 * <p>For one thread at a time: it works in its own scratch memory (about 7 bytes a pixel of the picture,
 * given back after one of more than a megapixel). A second thread gets an exception, not a crash.
 */
public final class FaceDetector implements AutoCloseable {
    /**
     * The widest picture that is searched, in pixels. dlib 19.24 shrinks a picture with 32-bit floats that add up along a
     * row: from 22,668 pixels on the last row can end beyond its memory ({@code resize_image}).
     */
    public static final int MOST_WIDTH = 1 << 14;

    /** Made when the module is built, see src/main/native/serialize_detector.cpp. */
    private static final String MODEL = "frontal_face_detector.dat";

    private static final int NUMBERS_A_FACE = 5;

    private final RawFaceDetector raw;
    private final ReentrantLock inUse = new ReentrantLock();
    private boolean closed;

    private FaceDetector(RawFaceDetector raw) {
        this.raw = raw;
    }

    /**
     * A new detector.
     *
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when the native library cannot be loaded
     * @throws DlibException when the detector's own model cannot be loaded
     */
    public static FaceDetector open() {
        return open(model());
    }

    static FaceDetector open(byte[] serialized) {
        DlibLibrary.load();
        try {
            return new FaceDetector(new RawFaceDetector(serialized));
        } catch (RuntimeException e) {
            throw new DlibException("cannot make dlib's face detector: " + e.getMessage(), e);
        }
    }

    /** The instruction set that the loaded native library was compiled for. */
    public static InstructionSet instructionSet() {
        return DlibLibrary.load();
    }

    /**
     * The faces in a picture, best score first.
     *
     * @param pixels searched as they are, at their size
     * @param threshold least score of a face; 0 is dlib's own choice, less finds more and errs more
     * @throws IllegalArgumentException when they are wider than {@link #MOST_WIDTH}
     * @throws DlibException when dlib throws, with its message
     * @throws IllegalStateException when it is closed, or another thread is using it
     */
    public List<Detection> detect(Pixels pixels, double threshold) {
        if (pixels.width() > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "a picture is searched up to a width of " + MOST_WIDTH + " pixels, this has " + pixels.width());
        }
        if (!inUse.tryLock()) {
            throw new IllegalStateException("this detector is searching for another thread: one detector a thread");
        }
        try {
            if (closed) {
                throw new IllegalStateException("this detector is closed");
            }
            return search(pixels, threshold);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DlibException("dlib failed to search " + pixels + ": " + e.getMessage(), e);
        } finally {
            inUse.unlock();
        }
    }

    private List<Detection> search(Pixels pixels, double threshold) {
        int count = raw.detect(
                pixels.address(), pixels.width(), pixels.height(), pixels.rowStride(), pixels.channels(), threshold);
        if (count == 0) {
            return List.of();
        }
        double[] numbers = new double[count * NUMBERS_A_FACE];
        raw.copy_detections(numbers);
        List<Detection> faces = new ArrayList<>(count);
        for (int i = 0; i < numbers.length; i += NUMBERS_A_FACE) {
            faces.add(new Detection(
                    (int) numbers[i],
                    (int) numbers[i + 1],
                    (int) numbers[i + 2],
                    (int) numbers[i + 3],
                    numbers[i + 4]));
        }
        return List.copyOf(faces);
    }

    /** Frees its native memory, after a search that is under way. */
    @Override
    public void close() {
        inUse.lock();
        try {
            closed = true;
            raw.close();
        } finally {
            inUse.unlock();
        }
    }

    private static byte[] model() {
        try (InputStream in = FaceDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new DlibException("the resource " + MODEL + " is missing: the module was built incompletely");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DlibException("cannot read the resource " + MODEL, e);
        }
    }
}
