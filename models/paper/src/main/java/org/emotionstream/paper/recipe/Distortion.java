package org.emotionstream.paper.recipe;

import java.util.Random;
import org.emotionstream.contract.Tile;

/**
 * How a copy differs from its original. That copies are changed, and that what comes in at the borders is black,
 * is published; which changes is not. These are our reading: the ranges of the two examples in the documentation
 * of Keras 2's {@code ImageDataGenerator}, taken together, and composed as it does: rotation, shift, shear, zoom,
 * then mirrored.
 *
 * @param rotation in radians; drawn within 20 degrees either way
 * @param right shift in pixels; drawn within 0.2 of the width either way
 * @param down shift in pixels; drawn within 0.2 of the height either way
 * @param shear in radians (what the number meant before Keras 2.2; degrees since), drawn within 0.2 either way
 * @param zoomX of the part that is shown: below 1 enlarges; drawn in [0.8, 1.2]
 * @param zoomY likewise, on its own
 * @param mirrored drawn for one in two
 */
record Distortion(
        double rotation, double right, double down, double shear, double zoomX, double zoomY, boolean mirrored) {
    private static final double CENTRE = (Tile.SIDE - 1) / 2.0;

    static Distortion draw(Random random) {
        return new Distortion(
                Math.toRadians(between(random, -20, 20)),
                between(random, -0.2, 0.2) * Tile.SIDE,
                between(random, -0.2, 0.2) * Tile.SIDE,
                between(random, -0.2, 0.2),
                between(random, 0.8, 1.2),
                between(random, 0.8, 1.2),
                random.nextBoolean());
    }

    private static double between(Random random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** The changed tile, with as many planes; bilinear, rounded to whole grey levels, black from beyond the border. */
    Tile apply(Tile tile) {
        byte[] original = tile.toBytes();
        byte[] changed = new byte[original.length];
        // Keras multiplies rotation x shift x shear x zoom on (y, x) from the centre: from a pixel of the copy to
        // where it comes from in the original.
        double sine = StrictMath.sin(rotation);
        double cosine = StrictMath.cos(rotation);
        double slant = StrictMath.sin(shear) * zoomX;
        double narrowing = StrictMath.cos(shear) * zoomX;
        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = 0; x < Tile.SIDE; x++) {
                double slantedY = (y - CENTRE) * zoomY - (x - CENTRE) * slant - down;
                double slantedX = (x - CENTRE) * narrowing - right;
                double fromX = CENTRE + sine * slantedY + cosine * slantedX;
                double fromY = CENTRE + cosine * slantedY - sine * slantedX;
                int to = y * Tile.SIDE + (mirrored ? Tile.SIDE - 1 - x : x);
                for (int plane = 0; plane < original.length; plane += Tile.PLANE_BYTES) {
                    changed[plane + to] = (byte) value(original, plane, fromX, fromY);
                }
            }
        }
        return Tile.owning(changed);
    }

    /** In [0, 255]. */
    private static long value(byte[] pixels, int plane, double x, double y) {
        if (x < 0 || y < 0 || x > Tile.SIDE - 1 || y > Tile.SIDE - 1) {
            return 0;
        }
        int left = Math.min((int) x, Tile.SIDE - 2);
        int top = Math.min((int) y, Tile.SIDE - 2);
        int corner = plane + top * Tile.SIDE + left;
        double upper = mixed(pixels[corner], pixels[corner + 1], x - left);
        double lower = mixed(pixels[corner + Tile.SIDE], pixels[corner + Tile.SIDE + 1], x - left);
        return Math.round(upper + (lower - upper) * (y - top));
    }

    private static double mixed(byte left, byte right, double share) {
        int first = left & 0xff;
        return first + ((right & 0xff) - first) * share;
    }
}
