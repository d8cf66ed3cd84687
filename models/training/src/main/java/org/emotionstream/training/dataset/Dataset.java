package org.emotionstream.training.dataset;

import java.util.List;

/** Labelled pictures, in an order that is always the same. Safe for use by many threads. */
public interface Dataset extends AutoCloseable {
    /** All pictures, of all splits, labelled or not; their bytes are not read yet. */
    List<LabelledPicture> pictures();

    /**
     * The encoded picture as it is stored, for example a PNG file; a new array.
     *
     * @param picture one of {@link #pictures()}
     * @throws DatasetException when it cannot be read, naming file and entry
     */
    byte[] bytes(LabelledPicture picture);

    /**
     * Tells these very labels and pictures from any others: sha256 in lower-case hexadecimal. Reads all files.
     *
     * @throws DatasetException when one cannot be read
     */
    String hash();

    @Override
    void close();
}
