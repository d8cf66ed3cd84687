package org.emotionstream.landmarks;

import java.util.Set;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Tile;

/** A release's tile settings, once it is sure that this code computes them. */
record TilePolicy(TileSettings settings) {
    private static final String FACE_CROP = "face-crop";
    private static final String WHOLE_PICTURE = "whole-picture";
    private static final String LANDMARK_CROP = "landmark-crop";
    private static final double LEAST_MARGIN = 0.5;
    private static final double MOST_MARGIN = 2;

    /**
     * @throws ReleaseException when the settings ask for something that is not computed here, naming both
     */
    static TilePolicy of(TileSettings settings) {
        oneOf("policy", Set.of(FACE_CROP, LANDMARK_CROP, WHOLE_PICTURE), settings.policy());
        oneOf("size", Set.of(Tile.SIDE), settings.size());
        oneOf("colour", Set.of("grey", "bgr"), settings.colour());
        oneOf("interpolation", Set.of("area-linear", "linear"), settings.interpolation());
        if (settings.policy().equals(WHOLE_PICTURE)) {
            within("margin of " + WHOLE_PICTURE, 0, 0, settings.margin());
        } else {
            within("margin", LEAST_MARGIN, MOST_MARGIN, settings.margin());
        }
        within("frameThreshold", -10, 10, settings.frameThreshold());
        within("tileThreshold", -10, 10, settings.tileThreshold());
        return new TilePolicy(settings);
    }

    /** Whether the whole picture becomes the tile (the paper's way), rather than a square around each face. */
    boolean wholePicture() {
        return settings.policy().equals(WHOLE_PICTURE);
    }

    /** Whether the landmarks say what of the picture the tile shows, rather than the detector's box. */
    boolean landmarkCrop() {
        return settings.policy().equals(LANDMARK_CROP);
    }

    /** Whether tiles have three planes. */
    boolean colour() {
        return settings.channels() == 3;
    }

    /** Whether shrinking averages areas; enlarging is bilinear in any case. */
    boolean areaWhenShrinking() {
        return settings.interpolation().equals("area-linear");
    }

    /** Side of the square over the longer side of the box. */
    double margin() {
        return settings.margin();
    }

    double frameThreshold() {
        return settings.frameThreshold();
    }

    double tileThreshold() {
        return settings.tileThreshold();
    }

    private static void oneOf(String name, Set<?> computed, Object asked) {
        if (!computed.contains(asked)) {
            throw new ReleaseException(
                    "the release asks for tile." + name + " = " + asked + ", this code computes " + computed);
        }
    }

    private static void within(String name, double least, double most, double asked) {
        if (!(asked >= least && asked <= most)) {
            throw new ReleaseException("the release asks for tile." + name + " = " + asked + ", this code computes "
                    + least + " to " + most);
        }
    }
}
