package org.emotionstream.evaluation.skew;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.measurement.ServedModels;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;

/** A release in the four steps that serve it, in one process: each is the class that its service runs. */
final class ServedRelease implements Serving, AutoCloseable {
    private final StoredRelease stored;
    private final ServedModels models;

    /**
     * @param landmarkModel dlib's 68-point model
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     * @throws org.emotionstream.dlib.DlibException when the landmark model cannot be used
     */
    ServedRelease(StoredRelease stored, Path landmarkModel) {
        this.stored = stored;
        this.models = new ServedModels(stored, landmarkModel);
    }

    @Override
    public List<Sighting> faces(byte[] picture, Search search) {
        ImageToLandmarks landmarks = models.landmarks(
                search.of(stored.release().tile()), LandmarkSettings.DEFAULT.withSmallestFace(search.smallestFace()));
        if (landmarks.apply(picture) instanceof PictureOutcome.Decoded decoded) {
            return decoded.faces().stream().map(this::sighting).toList();
        }
        return List.of();
    }

    private Sighting sighting(Face face) {
        return new Sighting(face.box(), face.score(), answer(face));
    }

    private Optional<CombinedEmotion> answer(Face face) {
        return face instanceof Face.Measured found
                ? models.distributions(found).map(models.head()::applyToAll)
                : Optional.empty();
    }

    @Override
    public void close() {
        models.close();
    }
}
