package org.emotionstream.evaluation.skew;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;

/** Measures train/serve skew of a release, by the code that serves. */
public final class ReleaseSkew {
    /** How many faces are compared unless told otherwise. */
    public static final int FACES = SkewMeasurement.FACES;

    private final Path landmarkModel;
    private final int threads;
    private final Consumer<String> progress;

    /**
     * Pictures beside those of the data set.
     *
     * @param photographs folder of photographs with faces, best in colour and of different sizes
     * @param faceFree folder of photographs without any face, each of them looked at
     */
    public record Folders(Optional<Path> photographs, Optional<Path> faceFree) {
        /** None. */
        public static final Folders NONE = new Folders(Optional.empty(), Optional.empty());
    }

    /**
     * @param landmarkModel dlib's 68-point model
     * @param threads how many pictures are answered at once; changes nothing in the result
     * @param progress told from time to time how far it is
     */
    public ReleaseSkew(Path landmarkModel, int threads, Consumer<String> progress) {
        this.landmarkModel = landmarkModel;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Measures; deterministic for the same release, pictures and number of faces.
     *
     * @param selection faces to compare, and drawings without faces: of a split that training has not seen
     * @param faces how many faces to compare, 1 or more; fewer when fewer are found
     * @throws org.emotionstream.evaluation.dataset.DatasetException when a folder is none or holds no picture
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     * @throws org.emotionstream.dlib.DlibException when the landmark model cannot be used
     */
    public Skew measure(StoredRelease stored, Dataset dataset, Selection selection, int faces, Folders folders) {
        List<Path> photographs = folders.photographs().map(NamedPictures::files).orElse(List.of());
        Optional<List<Path>> faceFree = folders.faceFree().map(NamedPictures::files);
        try (ServedRelease served = new ServedRelease(stored, landmarkModel)) {
            SkewReport guises =
                    new SkewMeasurement(served, threads, progress).measure(dataset, selection, faces, photographs);
            FaceFreeMeasurement measurement = new FaceFreeMeasurement(served, threads, progress);
            List<FaceFreeReport.Source> sources = new ArrayList<>(
                    measurement.measure("drawings", FaceFreePictures.of(dataset, selection.pictures())));
            if (faceFree.isPresent()) {
                sources.addAll(measurement.measure("photographs", FaceFreePictures.of(faceFree.get())));
            }
            return new Skew(stored.release().id(), selection.split(), guises, new FaceFreeReport(sources));
        }
    }
}
