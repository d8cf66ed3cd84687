package org.emotionstream.features;

import org.emotionstream.contract.Landmarks;

/**
 * The five ratios of distances, in their order. The paper has five but does not spell them out; ours are
 * the openings of mouth and eyes and the heights of the brows. Each denominator is a distance that no
 * expression brings to zero: a closed mouth or eye stays measurable. Left and right are those of the
 * picture, not of the person.
 */
enum Ratio {
    MOUTH("mouth-height/mouth-width", 48, 54) {
        @Override
        double numerator(Landmarks face) {
            return distance(face, 51, 57);
        }
    },
    LEFT_EYE("left-eye-height/left-eye-width", 36, 39) {
        @Override
        double numerator(Landmarks face) {
            return (distance(face, 37, 41) + distance(face, 38, 40)) / 2;
        }
    },
    RIGHT_EYE("right-eye-height/right-eye-width", 42, 45) {
        @Override
        double numerator(Landmarks face) {
            return (distance(face, 43, 47) + distance(face, 44, 46)) / 2;
        }
    },
    LEFT_BROW("left-brow-height/eyes-width", 36, 45) {
        @Override
        double numerator(Landmarks face) {
            return (distance(face, 19, 37) + distance(face, 20, 38)) / 2;
        }
    },
    RIGHT_BROW("right-brow-height/eyes-width", 36, 45) {
        @Override
        double numerator(Landmarks face) {
            return (distance(face, 23, 43) + distance(face, 24, 44)) / 2;
        }
    };

    private final String label;
    private final int from;
    private final int to;

    Ratio(String label, int from, int to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    /** For example {@code ratio(mouth-height/mouth-width)}. */
    String featureName() {
        return "ratio(" + label + ")";
    }

    /** The distance above the line, in pixels. */
    abstract double numerator(Landmarks face);

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
