package org.emotionstream.landmarker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the landmarker, beside those of {@link org.emotionstream.events.configuration.ChainConfiguration}. Each
 * can be given as a system property ({@code landmarker.smallest-face}) or in the environment ({@code
 * LANDMARKER_SMALLEST_FACE}).
 */
@ConfigMapping(prefix = "landmarker")
public interface LandmarkerConfiguration {
    /** The smallest face wanted in a frame, in pixels of the picture, 40 to 1000: 40 doubles each side first. */
    @WithDefault("80")
    int smallestFace();

    /** dlib's 68-point model. */
    @WithDefault("/usr/share/dlib/shape_predictor_68_face_landmarks.dat")
    Path landmarkModel();

    /** The release that pictures are pinned to, whatever else is said; without it, the one that all services hold. */
    Optional<String> release();

    /** The topic with the pictures, where it is another chain's: a shadow reads the same ones. */
    Optional<String> inputTopic();

    /** Pictures at work at the same time. */
    @WithDefault("2")
    int threads();

    /**
     * Where it writes down which pictures are in native code; made when it is missing. It must outlive the process
     * (not the machine), or a picture that crashes native code does so for ever.
     */
    @WithDefault(".emotionstream/landmarker")
    Path stateDirectory();

    /**
     * Whether images.rejected keeps what was rejected, byte for byte, so that it can be looked at and replayed.
     * Without, it has the cause, the SHA-256 and the size of it, and none of its own headers: nothing to replay.
     */
    @WithDefault("true")
    boolean rejectedPixels();
}
