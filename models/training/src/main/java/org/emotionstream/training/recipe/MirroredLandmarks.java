package org.emotionstream.training.recipe;

import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * The landmarks of a mirrored tile: x becomes 99 - x, and each point takes the name of its counterpart in
 * iBUG's order, so that what was the left corner of the mouth is the right one.
 */
final class MirroredLandmarks {
    /** Points whose counterparts run the other way: the numbers of both add up to the same sum. */
    private record Run(int first, int last, int sum) {}

    private static final List<Run> RUNS = List.of(
            new Run(0, 16, 16), // jaw
            new Run(17, 26, 43), // brows
            new Run(31, 35, 66), // nostrils; the bridge, 27 to 30, is its own counterpart
            new Run(36, 39, 81), // upper lid of the one eye
            new Run(42, 45, 81), // and of the other
            new Run(40, 41, 87), // lower lid of the one eye
            new Run(46, 47, 87), // and of the other
            new Run(48, 54, 102), // outer edge of the upper lip
            new Run(55, 59, 114), // of the lower lip
            new Run(60, 64, 124), // inner edge of the upper lip
            new Run(65, 67, 132)); // of the lower lip

    private MirroredLandmarks() {}

    static Landmarks of(Landmarks face) {
        int[] coordinates = new int[2 * Landmarks.COUNT];
        for (int point = 0; point < Landmarks.COUNT; point++) {
            int counterpart = counterpart(point);
            coordinates[2 * point] = Tile.SIDE - 1 - face.x(counterpart);
            coordinates[2 * point + 1] = face.y(counterpart);
        }
        return Landmarks.of(coordinates);
    }

    private static int counterpart(int point) {
        return RUNS.stream()
                .filter(run -> point >= run.first() && point <= run.last())
                .map(run -> run.sum() - point)
                .findFirst()
                .orElse(point);
    }
}
