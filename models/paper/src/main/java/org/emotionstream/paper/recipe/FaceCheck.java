package org.emotionstream.paper.recipe;

import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;

/** Whether the paper learns from a picture: only when it shows exactly one face, and that can be measured. */
sealed interface FaceCheck {
    /** It does. */
    record Single(Tile tile, Landmarks landmarks) implements FaceCheck {}

    /**
     * It does not.
     *
     * @param reason for example {@code no face}
     */
    record LeftOut(String reason) implements FaceCheck {}

    /** Of what the first step of serving found in the picture. */
    static FaceCheck of(PictureOutcome outcome) {
        if (outcome instanceof Rejected rejected) {
            return new LeftOut("rejected, " + rejected.reason().label());
        }
        Decoded decoded = (Decoded) outcome;
        List<Face> faces = decoded.faces();
        if (faces.isEmpty()) {
            return new LeftOut("no face");
        }
        if (faces.size() + decoded.omittedFaces() > 1) {
            return new LeftOut("several faces");
        }
        return faces.get(0) instanceof Face.Measured face ? measured(face) : new LeftOut("no landmarks");
    }

    private static FaceCheck measured(Face.Measured face) {
        return FeatureMeasurer.measure(face.landmarks()) instanceof RawFeatures
                ? new Single(Planes.compact(face.tile()), face.landmarks())
                : new LeftOut("unmeasurable");
    }
}
