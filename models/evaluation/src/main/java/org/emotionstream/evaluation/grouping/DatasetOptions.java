package org.emotionstream.evaluation.grouping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.dataset.Datasets;
import picocli.CommandLine.Option;

/** What every command that looks at a data set is told: where it is, and where to keep what can be used again. */
public final class DatasetOptions {
    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "DIR",
            description = "Folder of labelled pictures, in any of the layouts that docs/guides/datasets.md shows.")
    private Path dataset;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".emotionstream/training",
            description = "Folder for what can be used again. Default: ${DEFAULT-VALUE}.")
    private Path work;

    @Option(
            names = "--landmark-model",
            paramLabel = "FILE",
            description = "dlib's 68-point model. Default: where Debian's package libdlib-data puts it.")
    private Path landmarkModel = ShapePredictor.DEBIAN_MODEL;

    /** Where the data set is. */
    public Path dataset() {
        return dataset;
    }

    /** Where to keep what can be used again. */
    public Path work() {
        return work;
    }

    /** dlib's 68-point model. */
    public Path landmarkModel() {
        return landmarkModel;
    }

    /**
     * The data set, its pictures grouped; to be closed by the caller.
     *
     * @param progress told how many pictures of how many have been looked at for grouping, from any thread
     * @throws DatasetException when it or the folder for what can be used again cannot be used
     */
    public Dataset open(BiConsumer<Integer, Integer> progress) {
        Dataset pictures = Datasets.open(dataset);
        try {
            int all = pictures.pictures().size();
            return GroupedDataset.of(pictures, work, done -> progress.accept(done, all));
        } catch (IOException e) {
            pictures.close();
            throw new DatasetException("--work: cannot use the folder " + work + ": " + FileFailure.inWords(e), e);
        } catch (RuntimeException e) {
            pictures.close();
            throw e;
        }
    }
}
