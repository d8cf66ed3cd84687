package org.emotionstream.landmarks.finder;

import java.nio.FloatBuffer;

/** Maps as CenterFace's network gives them, written by hand; all numbers are 0 at first. */
final class MadeUpHeads {
    private final int columns;
    private final int rows;
    private final FloatBuffer heat;
    private final FloatBuffer extent;
    private final FloatBuffer offset;
    private final FloatBuffer points;

    MadeUpHeads(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.heat = FloatBuffer.allocate(columns * rows);
        this.extent = FloatBuffer.allocate(2 * columns * rows);
        this.offset = FloatBuffer.allocate(2 * columns * rows);
        this.points = FloatBuffer.allocate(2 * FivePoints.COUNT * columns * rows);
    }

    /** This heat in this cell, and a box of so many pixels. */
    MadeUpHeads face(int row, int column, float score, float height, float width) {
        heat.put(cell(0, row, column), score);
        extent.put(cell(0, row, column), (float) Math.log(height / CenterFaceHeads.STRIDE));
        extent.put(cell(1, row, column), (float) Math.log(width / CenterFaceHeads.STRIDE));
        return this;
    }

    /** The centre so many cells from the middle of the cell. */
    MadeUpHeads offset(int row, int column, float down, float right) {
        offset.put(cell(0, row, column), down);
        offset.put(cell(1, row, column), right);
        return this;
    }

    /** The place of a point, in heights and widths of the box. */
    MadeUpHeads point(int row, int column, int number, float down, float right) {
        points.put(cell(2 * number, row, column), down);
        points.put(cell(2 * number + 1, row, column), right);
        return this;
    }

    CenterFaceHeads heads() {
        return new CenterFaceHeads(columns, rows, heat, extent, offset, points);
    }

    private int cell(int plane, int row, int column) {
        return (plane * rows + row) * columns + column;
    }
}
