package org.emotionstream.contract.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.Emotion;

/**
 * Something that is watched of every face. The names of measures and buckets are in metrics and in references of
 * releases: a bucket that changes makes those of before useless.
 */
public enum DriftMeasure {
    /** What the answer says: one of the eight emotions, or why there is none. */
    EMOTION("emotion", emotions()),
    /** Probability of the best class, in [0, 1]. */
    CONFIDENCE("confidence", bounds(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)),
    /** How many of the four networks have another best class than the answer. */
    DISAGREEMENT("disagreement", List.of("0", "1", "2", "3", "4")),
    /** Mean of the tile's pixels, in [0, 255]. */
    BRIGHTNESS("brightness", bounds(40, 60, 80, 100, 120, 140, 160, 180, 200)),
    /** The longer side of the face's box, in pixels of the upright picture. */
    FACE_SIDE("face_side", bounds(40, 60, 80, 100, 130, 180, 250, 400, 800));

    static final String NOT_A_FACE = "not_a_face";
    static final String UNCERTAIN = "uncertain";
    static final String UNMEASURABLE = "unmeasurable";
    static final String FAILED = "failed";

    private static final String ABOVE_ALL = "+Inf";

    private final String label;
    private final List<String> buckets;
    private final double[] bounds;

    DriftMeasure(String label, List<String> buckets) {
        this.label = label;
        this.buckets = List.copyOf(buckets);
        this.bounds = buckets.contains(ABOVE_ALL)
                ? buckets.stream()
                        .filter(bucket -> !bucket.equals(ABOVE_ALL))
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[0];
    }

    /** The name in metrics and files, for example {@code face_side}. */
    public String label() {
        return label;
    }

    /**
     * The names of the buckets. Of numbers each is the upper bound: what lies in it is at most that, and more than
     * the bound before.
     */
    public List<String> buckets() {
        return buckets;
    }

    /** The index of the bucket that this number lies in; only of a measure whose buckets are bounds. */
    int bucketOf(double value) {
        int bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private static List<String> emotions() {
        List<String> buckets = new ArrayList<>(Emotion.labels());
        buckets.remove(Emotion.NO_FACE.label());
        buckets.addAll(List.of(NOT_A_FACE, UNCERTAIN, UNMEASURABLE, FAILED));
        return buckets;
    }

    private static List<String> bounds(double... bounds) {
        List<String> buckets = new ArrayList<>();
        Arrays.stream(bounds)
                .mapToObj(bound -> bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound))
                .forEach(buckets::add);
        buckets.add(ABOVE_ALL);
        return buckets;
    }
}
