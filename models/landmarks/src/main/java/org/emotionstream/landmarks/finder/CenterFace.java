package org.emotionstream.landmarks.finder;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionstream.dlib.Pixels;

/**
 * CenterFace as a finder: faces of about {@value #FACE} pixels and more in what is searched, also turned and partly hidden
 * ones, with five points; scores in [0, 1]. Its boxes are those of WIDER FACE, higher than wide, from the forehead to the
 * chin: see {@link DlibFrame} for those that dlib's shape predictor knows.
 *
 * <p>In native memory it keeps what a picture of the last size needed: {@value CenterFacePlanes#BYTES_A_PIXEL} bytes a pixel
 * of its own, and up to 190 of ONNX Runtime's; both are given back after a picture of more than a megapixel.
 */
public final class CenterFace implements FaceFinder {
    /** The side of the smallest face that it finds reliably, in pixels of what is searched. */
    public static final int FACE = 20;

    /** The largest picture that is searched, in pixels; both sides rounded up to a multiple of 32. */
    public static final int MOST_PIXELS = 4_000_000;

    /** Of larger pictures no memory is kept. */
    static final int KEPT_PIXELS = 1 << 20;

    private final CenterFaceNetwork network;
    private final ReentrantLock inUse = new ReentrantLock();
    private CenterFacePlanes planes;
    private boolean closed;

    CenterFace(CenterFaceNetwork network) {
        this.network = network;
    }

    @Override
    public List<FaceDetection> find(Pixels pixels, double threshold) {
        if (CenterFacePlanes.pixels(pixels.width(), pixels.height()) > MOST_PIXELS) {
            throw new IllegalArgumentException("CenterFace searches up to " + MOST_PIXELS + " pixels, this picture has "
                    + pixels.width() + " x " + pixels.height());
        }
        if (!inUse.tryLock()) {
            throw new IllegalStateException("this finder is searching for another thread: one finder a thread");
        }
        try {
            if (closed) {
                throw new IllegalStateException("this finder is closed");
            }
            return search(pixels, threshold);
        } catch (OrtException e) {
            throw CenterFaceNetwork.failure(e);
        } finally {
            inUse.unlock();
        }
    }

    private List<FaceDetection> search(Pixels pixels, double threshold) throws OrtException {
        if (planes == null || !planes.fit(pixels)) {
            giveBack();
            planes = new CenterFacePlanes(network.environment(), pixels.width(), pixels.height());
        }
        boolean kept = pixels.width() * pixels.height() <= KEPT_PIXELS;
        CenterFaceHeads heads = planes.run(network.session(), pixels, kept);
        List<FaceDetection> faces = heads.faces(pixels.width(), pixels.height(), threshold);
        if (!kept) {
            giveBack();
        }
        return faces;
    }

    private void giveBack() {
        if (planes != null) {
            planes.close();
            planes = null;
        }
    }

    /** Frees its native memory, after a search that is under way; the network stays. */
    @Override
    public void close() {
        inUse.lock();
        try {
            closed = true;
            giveBack();
        } finally {
            inUse.unlock();
        }
    }
}
