package org.emotionstream.dlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.emotionstream.contract.Sha256;
import org.emotionstream.dlib.RawDlib.RawShapePredictor;

/**
 * dlib's ensemble of regression trees that places the 68 points of iBUG 300-W in a face. One for all: any
 * number of threads may use it at once. Holds about 67 MB.
 */
public final class ShapePredictor implements AutoCloseable {
    /** Where the Debian package libdlib-data puts the model. */
    public static final Path DEBIAN_MODEL = Path.of("/usr/share/dlib/shape_predictor_68_face_landmarks.dat");

    /** How many points there are: 68. */
    public static final int POINTS = 68;

    /** Of shape_predictor_68_face_landmarks.dat, 99,693,937 bytes, as dlib.net and Debian publish it. */
    static final String SHA256 = "fbdc2cb80eb9aa7a758672cbfdda32ba6300efe9b6e6c7a299ff7e736b11b92f";

    private static final String REMEDY =
            "; the Debian package libdlib-data installs it as " + DEBIAN_MODEL + " (sudo apt-get install libdlib-data)";

    private final RawShapePredictor raw;
    /** Read by those who predict, written by the one who closes. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    private ShapePredictor(RawShapePredictor raw) {
        this.raw = raw;
    }

    /**
     * The predictor in this file; reading and checking 100 MB takes about a second.
     *
     * @throws DlibException when the file is missing, unreadable or not the expected one (by its sha256),
     *     saying what to install, or when the native library cannot be loaded
     */
    public static ShapePredictor open(Path model) {
        check(model);
        DlibLibrary.load();
        RawShapePredictor raw;
        try {
            raw = new RawShapePredictor(model.toString());
        } catch (RuntimeException e) {
            throw new DlibException("dlib cannot read the shape predictor " + model + ": " + e.getMessage(), e);
        }
        if (raw.points() != POINTS) {
            int points = raw.points();
            raw.close();
            throw new DlibException(model + " has " + points + " points, expected " + POINTS);
        }
        return new ShapePredictor(raw);
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DlibException("there is no 68-point shape predictor at " + file + REMEDY);
        }
        String actual;
        try {
            actual = Sha256.hex(file);
        } catch (IOException e) {
            throw new DlibException("cannot read the 68-point shape predictor " + file + ": " + e + REMEDY, e);
        }
        if (!actual.equals(SHA256)) {
            throw new DlibException(file + " is not the 68-point shape predictor that the releases are made with:"
                    + " expected sha256 " + SHA256 + ", found " + actual + REMEDY);
        }
    }

    /**
     * The 68 points of the face in this box.
     *
     * @param pixels the picture
     * @param left x of the leftmost column of the face's box, in pixels of the picture; may lie outside
     * @param top y of its topmost row
     * @param right x of its rightmost column, included
     * @param bottom y of its lowest row, included
     * @return {@code int[136]}: x and y of each point in turn, in pixels of the picture, in the order of
     *     iBUG 300-W; may lie outside
     * @throws DlibException when dlib throws, with its message
     * @throws IllegalStateException when it is closed
     */
    public int[] predict(Pixels pixels, int left, int top, int right, int bottom) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("this shape predictor is closed");
            }
            return place(pixels, left, top, right, bottom);
        } finally {
            open.readLock().unlock();
        }
    }

    private int[] place(Pixels pixels, int left, int top, int right, int bottom) {
        int[] coordinates = new int[2 * POINTS];
        try {
            raw.predict(
                    pixels.address(),
                    pixels.width(),
                    pixels.height(),
                    pixels.rowStride(),
                    pixels.channels(),
                    left,
                    top,
                    right,
                    bottom,
                    coordinates);
        } catch (RuntimeException e) {
            throw new DlibException("dlib failed to place points in " + pixels + ": " + e.getMessage(), e);
        }
        return coordinates;
    }

    /** Frees its native memory, after the predictions that are under way. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            closed = true;
            raw.close();
        } finally {
            open.writeLock().unlock();
        }
    }
}
