package org.emotionstream.landmarks;

/**
 * At which size a picture is searched, and what for. Follows from the size of the picture alone, so it is
 * known before the picture is decoded.
 *
 * @param kind what the picture is taken for
 * @param width of the picture that is searched, in pixels
 * @param height likewise
 * @param threshold least score of a face
 */
record SearchPlan(Kind kind, long width, long height, double threshold) {
    /** A picture whose shorter side is below this is itself about a face tile; in pixels. */
    static final int FRAME_SIDE = 150;

    /** The shorter side of a searched tile picture, and both sides of a whole picture; in pixels. */
    private static final int SIDE = 100;

    /** What a picture is taken for. */
    enum Kind {
        /** A picture with any number of faces. Their tiles are cut out of it at its full resolution. */
        FRAME,
        /** A picture of one face. Its tile is cut out of the searched picture. */
        TILE_PICTURE,
        /** The paper's way (appendix): resized to 100 x 100 without regard to its shape; that is the tile. */
        WHOLE_PICTURE;

        /** Whether every face is wanted, rather than the best. */
        boolean everyFace() {
            return this == FRAME;
        }

        /** Whether faces that are not wanted are told of: the paper learns from pictures with exactly one. */
        boolean countsEveryFace() {
            return this != TILE_PICTURE;
        }
    }

    /** The plan for a picture of this size in pixels; symmetric, so rotation does not matter. */
    static SearchPlan of(long width, long height, TilePolicy policy, int smallestFace) {
        if (policy.wholePicture()) {
            return new SearchPlan(Kind.WHOLE_PICTURE, SIDE, SIDE, policy.tileThreshold());
        }
        long shorter = Math.min(width, height);
        boolean frame = shorter >= FRAME_SIDE;
        double scale = frame ? (double) LandmarkSettings.DETECTOR_FACE / smallestFace : (double) SIDE / shorter;
        return new SearchPlan(
                frame ? Kind.FRAME : Kind.TILE_PICTURE,
                Math.max(1, Math.round(width * scale)),
                Math.max(1, Math.round(height * scale)),
                frame ? policy.frameThreshold() : policy.tileThreshold());
    }

    /** How many pixels would be searched. */
    long pixels() {
        return width * height;
    }
}
