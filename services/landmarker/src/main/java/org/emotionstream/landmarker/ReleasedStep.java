package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.emotionstream.contract.Release;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;

/**
 * The step of one release.
 *
 * @param releaseId named in every message from here on
 * @param tileChannels planes a tile: 1 (grey) or 3 (blue, green, red)
 * @param step {@code ImageToLandmarks}, as a function
 */
record ReleasedStep(String releaseId, int tileChannels, Function<ByteBuffer, PictureOutcome> step) {
    /**
     * Of this release; the models are shared by all.
     *
     * @throws org.emotionstream.contract.ReleaseException when it asks for tiles that are not computed here
     */
    static ReleasedStep of(Release release, FaceModels models, LandmarkSettings settings) {
        ImageToLandmarks step = new ImageToLandmarks(models, release.tile(), settings);
        return new ReleasedStep(release.id(), release.tile().channels(), step::apply);
    }
}
