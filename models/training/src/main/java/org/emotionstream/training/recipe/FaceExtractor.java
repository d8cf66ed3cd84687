package org.emotionstream.training.recipe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.threads.Work;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.faces.FoundFace;
import org.emotionstream.training.faces.FoundFaces;

/**
 * Finds the face of each picture with the code that serves, on some threads; the result does not depend on them.
 *
 * @param known what was found before; it takes in what is found now
 * @param keys of the searches by this step, {@link Guises} being its variants
 */
record FaceExtractor(
        Dataset dataset, ImageToLandmarks step, FoundFaces known, FaceKeys keys, int threads, Progress progress) {
    private static final String STEP = "finding faces, each in every guise";

    /**
     * For each picture's id its best face: first as serving finds it, then in its other guises.
     *
     * @param guises how many other guises there are
     * @return for each id {@code guises + 1} outcomes of a search
     */
    Map<String, List<Optional<FoundFace>>> extract(List<LabelledPicture> pictures, int guises) {
        AtomicInteger done = new AtomicInteger();
        progress.begin(STEP);
        List<List<Optional<FoundFace>>> results = Work.each(
                pictures,
                picture -> find(picture, guises),
                threads,
                () -> progress.at(STEP, done.incrementAndGet(), pictures.size()));
        Map<String, List<Optional<FoundFace>>> faces = new LinkedHashMap<>(2 * results.size());
        for (int i = 0; i < results.size(); i++) {
            faces.put(pictures.get(i).id(), results.get(i));
        }
        return faces;
    }

    private List<Optional<FoundFace>> find(LabelledPicture picture, int guises) {
        byte[] encoded = dataset.bytes(picture);
        List<Optional<FoundFace>> found = new ArrayList<>();
        for (int guise = 0; guise <= guises; guise++) {
            int number = guise;
            found.add(known.find(keys.key(encoded, guise), () -> search(picture, encoded, number)));
        }
        return found;
    }

    private Optional<FoundFace> search(LabelledPicture picture, byte[] encoded, int number) {
        if (number == 0) {
            return best(picture, step.apply(encoded));
        }
        Guises.Guise guise = Guises.of(encoded, number);
        return best(picture, step.apply(ByteBuffer.wrap(guise.degradation().apply(encoded)), guise.jitter()));
    }

    private static Optional<FoundFace> best(LabelledPicture picture, PictureOutcome outcome) {
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
