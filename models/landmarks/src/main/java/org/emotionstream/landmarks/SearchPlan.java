package org.emotionstream.landmarks;

import org.emotionstream.landmarks.finder.DlibFinders;
import org.emotionstream.landmarks.finder.SearchReach;

/**
 * At which size a picture is searched, and what for. Follows from the size of the picture alone, so it is
 * known before the picture is decoded.
 *
 * @param kind what the picture is taken for
 * @param width of the picture that is searched, in pixels
 * @param height likewise
 * @param threshold least score of a face
 * @param smallestFace the smallest face that is found at that size, in pixels of the picture, rounded up
 */
record SearchPlan(Kind kind, long width, long height, double threshold, int smallestFace) {
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

    /** The plan for dlib's detector. */
    static SearchPlan of(long width, long height, TilePolicy policy, int smallestFace, long mostPixels) {
        return of(width, height, policy, DlibFinders.REACH, smallestFace, mostPixels);
    }

    /**
     * The plan for a picture of this size in pixels; symmetric, so rotation does not matter.
     *
     * @param reach of the finder that searches
     * @param smallestFace the smallest face that is wanted in a frame, in pixels of the picture
     * @param mostPixels that may be searched, no more than the finder can, and neither side longer: a picture that would
     *     need more is searched at the largest scale at which it does not, and {@link #smallestFace()} says what that finds
     */
    static SearchPlan of(
            long width, long height, TilePolicy policy, SearchReach reach, int smallestFace, long mostPixels) {
        if (policy.wholePicture()) {
            long least = atScale(Math.max(width, height), SIDE, reach);
            return new SearchPlan(Kind.WHOLE_PICTURE, SIDE, SIDE, policy.tileThreshold(), Math.toIntExact(least));
        }
        long shorter = Math.min(width, height);
        boolean frame = shorter >= FRAME_SIDE;
        Kind kind = frame ? Kind.FRAME : Kind.TILE_PICTURE;
        double threshold = frame ? policy.frameThreshold() : policy.tileThreshold();
        double scale = frame ? (double) reach.face() / smallestFace : (double) SIDE / shorter;
        long searchedWidth = Math.max(1, Math.round(width * scale));
        long searchedHeight = Math.max(1, Math.round(height * scale));
        long most = Math.min(mostPixels, reach.mostPixels());
        boolean fits =
                searchedWidth * searchedHeight <= most && Math.max(searchedWidth, searchedHeight) <= reach.mostSide();
        if (fits) {
            long least = frame ? smallestFace : atScale(shorter, SIDE, reach);
            return new SearchPlan(kind, searchedWidth, searchedHeight, threshold, Math.toIntExact(least));
        }
        return largest(kind, width, height, threshold, reach, most);
    }

    private static SearchPlan largest(
            Kind kind, long width, long height, double threshold, SearchReach reach, long most) {
        double scale = Math.min(
                Math.sqrt((double) most / width / height), (double) reach.mostSide() / Math.max(width, height));
        long shorter = Math.max(1, (long) (Math.min(width, height) * scale));
        long longer = Math.max(1, (long) (Math.max(width, height) * scale));
        long searchedWidth = width < height ? shorter : longer;
        long searchedHeight = width < height ? longer : shorter;
        long least = Math.max(atScale(width, searchedWidth, reach), atScale(height, searchedHeight, reach));
        return new SearchPlan(kind, searchedWidth, searchedHeight, threshold, Math.toIntExact(least));
    }

    /** The pixels of a picture that become as many as the finder's face when this side becomes that; rounded up. */
    private static long atScale(long side, long searched, SearchReach reach) {
        return (side * reach.face() + searched - 1) / searched;
    }
}
