package org.emotionstream.evaluation.dataset;

import java.util.List;

/** Labelled pictures, in an order that is always the same. Safe for use by many threads. */
public interface Dataset extends AutoCloseable {
    /** All pictures, of all splits, labelled or not; their bytes are not read yet. */
    List<LabelledPicture> pictures();

    /**
     * The encoded picture as it is stored, for example a PNG file; a new array.
     *
     * @param picture one of {@link #pictures()}, found by its id
     * @throws DatasetException when it cannot be read, naming file and entry
     */
    byte[] bytes(LabelledPicture picture);

    /**
     * Tells these very labels and pictures from any others: sha256 in lower-case hexadecimal. Reads all files.
     *
     * @throws DatasetException when one cannot be read
     */
    String hash();

    /**
     * Tells these very labels from any others, pictures not looked at: sha256 in lower-case hexadecimal.
     *
     * @throws DatasetException when a file cannot be read
     */
    String labelsHash();

    /**
     * Whether the data set has no splits of its own, so that {@code train} and {@code valid} are drawn, by
     * group.
     */
    default boolean drawsSplits() {
        return false;
    }

    /** What whoever uses it should know, a sentence each: what was drawn, what is not looked at. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
