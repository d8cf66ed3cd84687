package org.emotionstream.training.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.contract.drift.ReferenceFile;
import org.emotionstream.training.dataset.Dataset;

/** Writes what a release made of a split of a data set: what its services are compared with. */
public final class ReferenceWriter {
    private ReferenceWriter() {}

    /**
     * Writes the reference into the folder of a release, which is whole.
     *
     * @param counts of the faces of this split, the best one of each picture
     * @throws IOException when it cannot be written
     */
    public static void write(Path folder, Dataset dataset, String split, DriftCounts counts) throws IOException {
        String data = "the best face of each labelled picture of the split " + split + " of the data set with sha256 "
                + dataset.hash();
        ReferenceFile.write(folder, counts.byMeasure(), data);
    }
}
