package org.emotionstream.training.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.LabelledPicture;

/** Finds the face of each picture with the code that serves, on some threads; the result does not depend on them. */
final class FaceExtractor {
    /**
     * What was found in a picture.
     *
     * @param tile of its best face
     * @param landmarks in pixels of the tile
     */
    record FoundFace(Tile tile, Landmarks landmarks) {}

    private final Dataset dataset;
    private final ImageToLandmarks step;
    private final int threads;
    private final Progress progress;

    FaceExtractor(Dataset dataset, ImageToLandmarks step, int threads, Progress progress) {
        this.dataset = dataset;
        this.step = step;
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
        PictureOutcome outcome = step.apply(dataset.bytes(picture));
        if (outcome instanceof PictureOutcome.Rejected rejected) {
            throw new IllegalStateException("the picture " + picture.id() + " of the data set cannot be used: "
                    + rejected.reason() + ", " + rejected.message());
        }
        return ((PictureOutcome.Decoded) outcome)
                .faces().stream()
                        .filter(Face.Measured.class::isInstance)
                        .map(Face.Measured.class::cast)
                        .findFirst()
                        .map(face -> new FoundFace(face.tile(), face.landmarks()));
    }
}
