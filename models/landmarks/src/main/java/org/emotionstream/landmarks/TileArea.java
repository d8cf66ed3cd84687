package org.emotionstream.landmarks;

/**
 * What of the picture a tile shows: a square, or with the whole-picture policy a rectangle; in pixels of the
 * upright picture. It may reach beyond it, and begin between two pixels. The point (x, y) of the tile is
 * (left + x * width / 100, top + y * height / 100) of the picture.
 *
 * @param left x of the left edge
 * @param top y of the top edge
 * @param width more than 0
 * @param height more than 0
 */
public record TileArea(double left, double top, double width, double height) {}
