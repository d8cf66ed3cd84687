package org.emotionstream.landmarks.finder;

import java.util.List;
import org.emotionstream.dlib.Pixels;

/**
 * Finds the faces in a picture. For one thread at a time, since it works in its own scratch memory: whoever searches with
 * several threads has a finder for each.
 */
public interface FaceFinder extends AutoCloseable {
    /**
     * The faces in a picture, best score first; the same picture has the same faces, bit for bit.
     *
     * @param pixels grey or colour, searched as they are, at their size
     * @param threshold least score of a face, on the scale of this finder: less finds more and errs more
     * @throws IllegalArgumentException when the picture is larger than this finder can search
     * @throws IllegalStateException when it is closed, or another thread is using it
     */
    List<FaceDetection> find(Pixels pixels, double threshold);

    /** Frees its native memory, after a search that is under way. */
    @Override
    void close();
}
