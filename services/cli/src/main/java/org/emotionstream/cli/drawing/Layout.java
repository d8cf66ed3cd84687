package org.emotionstream.cli.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Where picture and cards stand: beside each other or one below the other, whichever wastes less and stays
 * nearer to the shape of a screen. All in pixels of the canvas.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param pictureWidth scaled
 * @param pictureHeight scaled
 * @param cards top left corners {x, y} of the cards
 */
record Layout(int width, int height, int pictureWidth, int pictureHeight, List<Corner> cards) {
    /** Where the picture begins, from left and from top (below the title). */
    static final int LEFT = 16;

    static final int TOP = 52;

    private static final int GAP = 12;
    private static final int LONGEST = 1400;
    private static final int WANTED = 960;
    private static final double LARGEST_SCALE = 5;
    private static final double SCREEN = 1.6;

    /** The top left corner of something. */
    record Corner(int x, int y) {}

    /** For a picture of this size, in its own pixels, with so many faces. */
    static Layout of(int pictureWidth, int pictureHeight, int faces) {
        double longer = Math.max(pictureWidth, pictureHeight);
        double scale = longer > LONGEST ? LONGEST / longer : Math.max(1, Math.min(LARGEST_SCALE, WANTED / longer));
        int width = Math.max(1, (int) Math.round(pictureWidth * scale));
        int height = Math.max(1, (int) Math.round(pictureHeight * scale));
        Layout best = beside(width, height, faces, 1);
        for (int columns = 1; columns <= 6; columns++) {
            best = better(best, beside(width, height, faces, columns));
            best = better(best, below(width, height, faces, columns));
        }
        return best;
    }

    private static Layout beside(int width, int height, int faces, int columns) {
        return grid(width, height, faces, columns, LEFT + width + GAP, TOP);
    }

    private static Layout below(int width, int height, int faces, int columns) {
        return grid(width, height, faces, columns, LEFT, TOP + height + GAP);
    }

    private static Layout grid(int width, int height, int faces, int columns, int left, int top) {
        List<Corner> cards = new ArrayList<>();
        int right = LEFT + width;
        int bottom = TOP + height;
        for (int i = 0; i < faces; i++) {
            Corner card = new Corner(
                    left + i % columns * (FaceCard.WIDTH + GAP), top + i / columns * (FaceCard.HEIGHT + GAP));
            cards.add(card);
            right = Math.max(right, card.x() + FaceCard.WIDTH);
            bottom = Math.max(bottom, card.y() + FaceCard.HEIGHT);
        }
        return new Layout(right + LEFT, bottom + LEFT, width, height, cards);
    }

    private static Layout better(Layout one, Layout other) {
        return other.cost() < one.cost() ? other : one;
    }

    private double cost() {
        double shape = (double) width / height / SCREEN;
        return (double) width * height * Math.max(shape, 1 / shape);
    }

    /** Pixels of the canvas a pixel of the picture of this width. */
    double scale(int ownWidth) {
        return (double) pictureWidth / ownWidth;
    }
}
