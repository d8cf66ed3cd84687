package org.emotionstream.networks;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.onnx.OnnxRuntimeLibrary;

/**
 * The third hop (section 3.3 of the paper): one convolutional network makes nine probabilities of a face's
 * tile and components. One face a call, one thread a call, so that the result is the same bits whatever else
 * is on its way. Safe for use by many threads.
 */
public final class FeaturesToDistribution implements AutoCloseable {
    private final String name;
    private final int channels;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Queue<Workplace> idle = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private FeaturesToDistribution(String name, int channels, OrtEnvironment environment, OrtSession session) {
        this.name = name;
        this.channels = channels;
        this.environment = environment;
        this.session = session;
    }

    /**
     * One network of a release.
     *
     * @param name {@code model-1} to {@code model-4}
     * @throws ReleaseException when the release has no such network, or its file is no ONNX file, or one that
     *     takes or gives anything else than {@code tile}, {@code components} and {@code probabilities} in the
     *     shapes of the release; the message names what was expected and what is there
     * @throws org.emotionstream.contract.nativelibraries.NativeLibraryException when ONNX Runtime's library cannot be
     *     unpacked or loaded, naming the folder and the cause
     */
    public static FeaturesToDistribution of(StoredRelease stored, String name) {
        Path file = stored.network(name);
        int channels = stored.release().tile().channels();
        if (!Files.isReadable(file)) {
            throw new ReleaseException("cannot read " + file + ", the network " + name);
        }
        OrtEnvironment environment = OnnxRuntimeLibrary.environment();
        try (SessionOptions options = options()) {
            OrtSession session = session(environment, file, channels, options);
            try {
                NetworkContract.check(file.toString(), session, channels);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
            return new FeaturesToDistribution(name, channels, environment, session);
        } catch (OrtException e) {
            throw new ReleaseException(file + " is no network that ONNX Runtime can run: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ", the network " + name + ": " + e, e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path file, int channels, SessionOptions options)
            throws IOException, OrtException {
        Optional<ByteBuffer> onePlane = channels == 1 ? OnePlane.of(Files.readAllBytes(file)) : Optional.empty();
        return onePlane.isPresent()
                ? environment.createSession(onePlane.get(), options)
                : environment.createSession(file.toString(), options);
    }

    /** Which network this is, for example {@code model-1}. */
    public String name() {
        return name;
    }

    /**
     * What this network sees in a face.
     *
     * @param tile with as many planes as the release's tiles have
     * @throws IllegalArgumentException when the tile has another number of planes
     * @throws NetworkException when the network fails, or gives no probabilities
     * @throws NativeMemoryException when there is no memory: no fault of the network, nor of the face
     * @throws IllegalStateException when it has been closed
     */
    public EmotionDistribution apply(Tile tile, FeatureVector components) {
        if (tile.channels() != channels) {
            throw new IllegalArgumentException(
                    name + " expects tiles of " + channels + " planes, found one of " + tile.channels());
        }
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            return Probabilities.distribution(name, run(tile, components));
        } catch (OrtException e) {
            throw failure(name, e);
        } finally {
            open.readLock().unlock();
        }
    }

    static RuntimeException failure(String name, OrtException e) {
        return NativeMemoryException.isCauseOf(e)
                ? new NativeMemoryException(name + " has no memory: " + e.getMessage(), e)
                : new NetworkException(name + " failed: " + e.getMessage(), e);
    }

    /** Waits for the calls that are under way, then gives all native memory back. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                idle.forEach(Workplace::close);
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close " + name, e);
        } finally {
            open.writeLock().unlock();
        }
    }

    private float[] run(Tile tile, FeatureVector components) throws OrtException {
        Workplace free = idle.poll();
        Workplace workplace = free == null ? new Workplace(environment, channels) : free;
        try {
            return workplace.run(session, tile, components);
        } finally {
            idle.add(workplace);
        }
    }

    private static SessionOptions options() throws OrtException {
        SessionOptions options = OnnxRuntimeLibrary.oneThread();
        // Measured: with the arena a worker with two threads peaks at 100 MB, without at 130 to 165 MB.
        options.setCPUArenaAllocator(true);
        return options;
    }
}
