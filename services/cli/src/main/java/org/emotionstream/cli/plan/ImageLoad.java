package org.emotionstream.cli.plan;

import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.wire.Limits;

/**
 * The pictures that a cluster is planned for.
 *
 * @param rate images a second, at the busiest time
 * @param width in pixels
 * @param height in pixels
 * @param faces of an image, on average
 * @param smallestFace that is searched for, in pixels of the picture
 * @param bytes of an encoded picture
 */
record ImageLoad(double rate, int width, int height, double faces, int smallestFace, long bytes) {
    private static final double MEGA = 1e6;

    // As SearchPlan of models/landmarks has them, which this module may not see: docs/adr/0023.
    private static final int DETECTOR_FACE = 80;
    private static final int FRAME_SIDE = 150;
    private static final int TILE_SIDE = 100;
    private static final double MOST_SEARCHED = 20;
    private static final double MOST_DECODED = 50;

    /** Bytes of a JPEG for each of its pixels: the frames of 640 x 480 of bench have 0.24. */
    private static final double BYTES_A_PIXEL = 0.25;

    ImageLoad {
        CommandException.check(
                rate > 0 && Double.isFinite(rate), "--rate: expected more than 0 images a second, found " + rate);
        CommandException.check(width >= 1, "--width: expected 1 pixel or more, found " + width);
        CommandException.check(height >= 1, "--height: expected 1 pixel or more, found " + height);
        CommandException.check(
                megapixels(width, height) <= MOST_DECODED,
                "--width, --height: expected at most 50 megapixels, found " + width + " x " + height
                        + ": the chain rejects such a picture");
        CommandException.check(
                faces >= 0 && faces <= Limits.FACES,
                "--faces: expected 0 to " + Limits.FACES + " an image, found " + faces);
        CommandException.check(
                bytes >= 1 && bytes <= Limits.PICTURE_BYTES,
                "--image-bytes: expected 1 to " + Limits.PICTURE_BYTES + " bytes, found " + bytes);
    }

    /** What a JPEG of so many pixels takes, in bytes, at most what the chain accepts. */
    static long usualBytes(int width, int height) {
        return Math.max(1, Math.min(Limits.PICTURE_BYTES, Math.round(BYTES_A_PIXEL * width * height)));
    }

    private static double megapixels(int width, int height) {
        return width * (double) height / MEGA;
    }

    /** Megapixels that are decoded. */
    double decoded() {
        return megapixels(width, height);
    }

    /** Megapixels in which faces are searched. */
    double searched() {
        int shorter = Math.min(width, height);
        double scale = shorter >= FRAME_SIDE ? (double) DETECTOR_FACE / smallestFace : (double) TILE_SIDE / shorter;
        return Math.min(MOST_SEARCHED, decoded() * scale * scale);
    }
}
