package org.emotionstream.landmarks.finder;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emotionstream.landmarks.finder.FivePoints.Point;

/**
 * What CenterFace's network gives for a picture, and the faces in it (Xu et al. 2019, "CenterFace: Joint Face Detection
 * and Alignment Using Face as Point", arXiv:1911.03599, section 3.2 and its equations for offset, box and landmarks).
 *
 * <p>A cell of the heat map stands for {@value #STRIDE} x {@value #STRIDE} pixels. A face is a cell that is hotter than the
 * eight around it (as in Zhou et al. 2019, "Objects as Points", section 4); the other heads say at that cell how far the
 * centre is from the middle of the cell, how large the box is, and where the points are in it. Boxes that overlap a better
 * one by {@value #OVERLAP} or more are dropped.
 *
 * @param columns of each map, in cells
 * @param rows of each map, in cells
 * @param heat {@code float[rows][columns]}, in [0, 1]: how surely the centre of a face lies in the cell
 * @param extent {@code float[2][rows][columns]}: natural logarithm of the height, then of the width of the box, in cells
 * @param offset {@code float[2][rows][columns]}: from the middle of the cell down, then right to the centre, in cells
 * @param points {@code float[10][rows][columns]}: y, then x of each of the {@link FivePoints} in their order, from the top
 *     left corner of the box, in its heights and widths
 */
record CenterFaceHeads(
        int columns, int rows, FloatBuffer heat, FloatBuffer extent, FloatBuffer offset, FloatBuffer points) {
    /** Side of a cell in pixels of what was searched. */
    static final int STRIDE = 4;

    /** Two boxes that share this of what either covers are one face. */
    private static final double OVERLAP = 0.3;

    private static final Comparator<FaceDetection> BEST_FIRST =
            Comparator.comparingDouble(FaceDetection::score).reversed();

    /**
     * The faces, best first; of equal scores the upper, then the left one first.
     *
     * @param width of the picture in pixels: what lies to its right only fills the maps
     * @param height of the picture in pixels
     * @param threshold least heat of a face
     */
    List<FaceDetection> faces(int width, int height, double threshold) {
        List<FaceDetection> peaks = new ArrayList<>();
        int lastColumn = Math.min(columns, (width + STRIDE - 1) / STRIDE);
        int lastRow = Math.min(rows, (height + STRIDE - 1) / STRIDE);
        float[] cells = new float[columns * rows];
        heat.duplicate().rewind().get(cells);
        for (int row = 0; row < lastRow; row++) {
            for (int column = 0; column < lastColumn; column++) {
                if (cells[row * columns + column] >= threshold && isPeak(cells, row, column)) {
                    face(row, column, cells[row * columns + column]).ifPresent(peaks::add);
                }
            }
        }
        // Stable: what is equal keeps the order of the rows.
        peaks.sort(BEST_FIRST);
        return apart(peaks);
    }

    /** Whether no cell around is hotter; of equal neighbours the first is the peak. */
    private boolean isPeak(float[] cells, int row, int column) {
        float own = cells[row * columns + column];
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                float other = cells[y * columns + x];
                boolean before = y < row || y == row && x < column;
                if (other > own || before && other == own) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The face whose centre lies in this cell; none when its box is no box, or larger than any picture holds. */
    private Optional<FaceDetection> face(int row, int column, double score) {
        int cell = row * columns + column;
        int plane = columns * rows;
        double height = STRIDE * StrictMath.exp(extent.get(cell));
        double width = STRIDE * StrictMath.exp(extent.get(plane + cell));
        double centreY = STRIDE * (row + 0.5 + offset.get(cell));
        double centreX = STRIDE * (column + 0.5 + offset.get(plane + cell));
        double most = 2.0 * STRIDE * Math.max(columns, rows);
        boolean sound = width > 0
                && height > 0
                && width <= most
                && height <= most
                && Math.abs(centreX) <= most
                && Math.abs(centreY) <= most;
        if (!sound) {
            return Optional.empty();
        }
        FaceBox box = new FaceBox(centreX - width / 2, centreY - height / 2, width, height);
        return Optional.of(
                new FaceDetection(box, score, Optional.of(pointsIn(box, cell)).filter(points -> near(points, most))));
    }

    /** Whether the points are where points can be: also not, when they are no numbers. */
    private static boolean near(FivePoints points, double most) {
        return points.all().stream().allMatch(point -> Math.abs(point.x()) <= most && Math.abs(point.y()) <= most);
    }

    private FivePoints pointsIn(FaceBox box, int cell) {
        return new FivePoints(
                point(box, cell, 0),
                point(box, cell, 1),
                point(box, cell, 2),
                point(box, cell, 3),
                point(box, cell, 4));
    }

    private Point point(FaceBox box, int cell, int number) {
        int plane = columns * rows;
        double down = points.get(2 * number * plane + cell);
        double right = points.get((2 * number + 1) * plane + cell);
        return new Point(box.left() + right * box.width(), box.top() + down * box.height());
    }

    /** Non-maximum suppression, greedy: a face is dropped when a better one that is kept overlaps it. */
    private static List<FaceDetection> apart(List<FaceDetection> bestFirst) {
        List<FaceDetection> kept = new ArrayList<>();
        for (FaceDetection face : bestFirst) {
            if (kept.stream().noneMatch(better -> better.box().overlap(face.box()) >= OVERLAP)) {
                kept.add(face);
            }
        }
        return List.copyOf(kept);
    }
}
