package org.emotionstream.features;

import org.emotionstream.contract.Landmarks;

/**
 * The five ratios of distances, in their order. The paper has five but does not spell them out; ours are
 * the openings of mouth and eyes and the heights of the brows. Each denominator is a distance that no
 * expression brings to zero: a closed mouth or eye stays measurable. Left and right are those of the
 * picture, not of the person.
 */
enum Ratio {
    MOUTH("mouth-height/mouth-width", 48, 54, 51, 57),
    LEFT_EYE("left-eye-height/left-eye-width", 36, 39, 37, 41, 38, 40),
    RIGHT_EYE("right-eye-height/right-eye-width", 42, 45, 43, 47, 44, 46),
    LEFT_BROW("left-brow-height/eyes-width", 36, 45, 19, 37, 20, 38),
    RIGHT_BROW("right-brow-height/eyes-width", 36, 45, 23, 43, 24, 44);

    private final String label;
    private final int from;
    private final int to;
    private final int[] heights;

    /**
     * @param from one end of the distance below the line
     * @param to its other end
     * @param heights the ends of each distance above the line; of several the mean counts
     */
    Ratio(String label, int from, int to, int... heights) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.heights = heights;
    }

    /** For example {@code ratio(mouth-height/mouth-width)}. */
    String featureName() {
        return "ratio(" + label + ")";
    }

    /** The distance above the line, in pixels. */
    double numerator(Landmarks face) {
        double sum = 0;
        for (int i = 0; i < heights.length; i += 2) {
            sum += distance(face, heights[i], heights[i + 1]);
        }
        return sum / (heights.length / 2);
    }

    /** The distance below the line, in pixels; zero makes the face unmeasurable. */
    double denominator(Landmarks face) {
        return distance(face, from, to);
    }

    private static double distance(Landmarks face, int from, int to) {
        double right = face.x(to) - face.x(from);
        double down = face.y(to) - face.y(from);
        return Math.sqrt(right * right + down * down);
    }
}
