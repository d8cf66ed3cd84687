package org.emotionstream.training.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.LabelledPicture;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.faces.FoundFace;
import org.emotionstream.training.faces.FoundFaces;
import org.emotionstream.training.faces.StoredFace;

/** Finds the face of each picture with the code that serves, on some threads; the result does not depend on them. */
final class FaceExtractor {
    private final Dataset dataset;
    private final ImageToLandmarks step;
    private final FoundFaces known;
    private final FaceKeys keys;
    private final int threads;
    private final Progress progress;

    /**
     * @param known what was found before; it takes in what is found now
     * @param keys of the searches by this step
     */
    FaceExtractor(
            Dataset dataset, ImageToLandmarks step, FoundFaces known, FaceKeys keys, int threads, Progress progress) {
        this.dataset = dataset;
        this.step = step;
        this.known = known;
        this.keys = keys;
        this.threads = threads;
        this.progress = progress;
    }

    /** For each picture's id its best face, if serving finds one. */
    Map<String, Optional<FoundFace>> extract(List<LabelledPicture> pictures) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Future<Optional<FoundFace>>> pending = new LinkedHashMap<>();
            pictures.forEach(picture -> pending.put(picture.id(), executor.submit(() -> find(picture))));
            Map<String, Optional<FoundFace>> found = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Optional<FoundFace>>> entry : pending.entrySet()) {
                found.put(entry.getKey(), entry.getValue().get());
                progress.at("finding faces", found.size(), pictures.size());
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot search for faces: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while searching for faces", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private Optional<FoundFace> find(LabelledPicture picture) {
        byte[] encoded = dataset.bytes(picture);
        return known.find(keys.key(encoded, 0), () -> search(picture, encoded))
                .face()
                .map(StoredFace::toFoundFace);
    }

    private Optional<FoundFace> search(LabelledPicture picture, byte[] encoded) {
        PictureOutcome outcome = step.apply(encoded);
        if (outcome instanceof PictureOutcome.Rejected rejected) {
            throw new IllegalStateException("the picture " + picture.id() + " of the data set cannot be used: "
                    + rejected.reason() + ", " + rejected.message());
        }
        return ((PictureOutcome.Decoded) outcome)
                .faces().stream()
                        .filter(Face.Measured.class::isInstance)
                        .map(Face.Measured.class::cast)
                        .findFirst()
                        .map(FoundFace::of);
    }
}
