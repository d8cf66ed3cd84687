package org.emotionstream.evaluation.measurement;

import java.io.IOException;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.evaluation.dataset.Dataset;

/** Writes what a release made of a split of a data set: what its services are compared with. */
public final class ReferenceWriter {
    private ReferenceWriter() {}

    /**
     * Writes the reference of a release that is whole.
     *
     * @param counts of the faces of this split, the best one of each picture
     * @throws IOException when it cannot be written
     */
    public static void write(StoredRelease stored, Dataset dataset, String split, DriftCounts counts)
            throws IOException {
        String data = "the best face of each labelled picture of the split " + split + " of the data set with sha256 "
                + dataset.hash();
        ReferenceFile.write(stored, counts.byMeasure(), data);
    }
}
