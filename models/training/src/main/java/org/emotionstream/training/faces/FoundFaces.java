package org.emotionstream.training.faces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Landmarks;

/**
 * Faces that were found, in one file to which every search adds its own at once: a process that ends in the
 * middle loses the searches that it was at, and no other. On the heap lie about 150 bytes a search; tiles
 * stay in the file. Safe for use by many threads; one process at a time.
 */
public final class FoundFaces implements AutoCloseable {
    /** The file's name in its folder. */
    static final String FILE = "found-faces.bin";

    private static final long WINDOW = 64L << 20;

    /**
     * Where a record is.
     *
     * @param length of its bytes
     */
    private record Place(long position, int length, boolean found) {}

    private final Map<FaceKey, Place> places = new ConcurrentHashMap<>();
    private final FolderLock lock;
    private final RecordFile file;

    private FoundFaces(Path folder, long window) throws IOException {
        lock = FolderLock.take(Files.createDirectories(folder));
        try {
            file = new RecordFile(folder.resolve(FILE), FaceRecord.LARGEST, window, this::remember);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The faces that are kept in this folder, none when it is new. All of the file is read once, some
     * seconds for each gigabyte, and what an interrupted process left unfinished at its end is cut off.
     *
     * @throws IOException when the folder cannot be used, or another process is using it
     */
    public static FoundFaces open(Path folder) throws IOException {
        return open(folder, WINDOW);
    }

    static FoundFaces open(Path folder, long window) throws IOException {
        return new FoundFaces(folder, window);
    }

    /** How many searches are kept. */
    int size() {
        return places.size();
    }

    /** Keeps what a search ended with; only the first time for a key. */
    void put(FaceKey key, Optional<FoundFace> found) {
        if (places.containsKey(key)) {
            return;
        }
        byte[] bytes = FaceRecord.write(key, found);
        try {
            long position = file.append(bytes);
            places.putIfAbsent(key, new Place(position, bytes.length, found.isPresent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a found face: " + FileFailure.inWords(e), e);
        }
    }

    /**
     * What the search of this key ended with: the one before, or this one, which is then kept; the best face of the
     * picture, or empty when there is none.
     */
    public Optional<FoundFace> find(FaceKey key, Supplier<Optional<FoundFace>> search) {
        if (!places.containsKey(key)) {
            put(key, search.get());
        }
        Place place = places.get(key);
        return place.found() ? Optional.of(face(place)) : Optional.empty();
    }

    /** Nothing can be read any more afterwards, not through {@link FoundFace}s either. */
    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            lock.close();
        }
    }

    private void remember(ByteBuffer bytes, long position) {
        int length = bytes.remaining();
        if (length < FaceRecord.SMALLEST || FaceRecord.isFound(bytes) && length <= FaceRecord.HEAD) {
            throw new IllegalStateException("a record of found faces is too short: " + length + " bytes");
        }
        places.putIfAbsent(FaceKey.read(bytes), new Place(position, length, length > FaceRecord.HEAD));
    }

    private FoundFace face(Place place) {
        ByteBuffer head = read(place.position(), FaceRecord.HEAD).position(FaceRecord.SMALLEST);
        float faceSide = head.getFloat();
        float score = head.getFloat();
        long tile = place.position() + FaceRecord.HEAD;
        int tileBytes = place.length() - FaceRecord.HEAD;
        return new FoundFace(Landmarks.ofBytes(head), faceSide, score, () -> read(tile, tileBytes));
    }

    private ByteBuffer read(long position, int length) {
        try {
            return file.read(position, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a found face: " + FileFailure.inWords(e), e);
        }
    }
}
