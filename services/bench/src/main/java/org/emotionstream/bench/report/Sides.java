package org.emotionstream.bench.report;

/**
 * The names of what is compared. A ratio is after over before.
 *
 * @param before what is compared with
 * @param after what this checkout has
 */
public record Sides(String before, String after) {
    /** Two checkouts. */
    public static final Sides CHECKOUTS = new Sides("before", "after");

    /** The peer, and the steps of this checkout. */
    public static final Sides HUMAN = new Sides("human", "steps");
}
