package org.emotionstream.cli.costs;

/**
 * The pictures of {@code bench}, an input each, whose sizes are the same on every machine: see docs/benchmarks.md.
 * Sizes in megapixels, on average over the pictures.
 */
enum BenchPicture {
    TILES("tiles", 0.01, 0.01),
    FRAMES("frames", 0.3072, 0.3072),
    FRAMES_1080("frames-1080", 2.0736, 2.0736),
    PHOTOGRAPHS("photographs", 0.5009, 0.5009),
    PHOTOGRAPHS_40("photographs-40", 0.5009, 2.0036);

    private final String label;
    private final double decoded;
    private final double searched;

    BenchPicture(String label, double decoded, double searched) {
        this.label = label;
        this.decoded = decoded;
        this.searched = searched;
    }

    /** The name of the input in the output of {@code bench}. */
    String label() {
        return label;
    }

    /** Megapixels that are decoded. */
    double decoded() {
        return decoded;
    }

    /** Megapixels in which faces are searched, at the scale that the smallest face asks for. */
    double searched() {
        return searched;
    }
}
