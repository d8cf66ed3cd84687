package org.emotionstream.features;

import org.emotionstream.contract.Landmarks;

/**
 * Rays of length 1 from one landmark, the vertex, to the active ones: taken once for a vertex, used with
 * each of its pairs. For one thread.
 */
final class Rays {
    private final double[] right;
    private final double[] down;
    private int firstZero;

    Rays(int count) {
        right = new double[count];
        down = new double[count];
    }

    /** Points every ray from the vertex to its landmark. */
    void from(Landmarks face, int vertex, int[] landmarks) {
        firstZero = -1;
        for (int i = landmarks.length - 1; i >= 0; i--) {
            double x = face.x(landmarks[i]) - face.x(vertex);
            double y = face.y(landmarks[i]) - face.y(vertex);
            double length = Math.sqrt(x * x + y * y);
            if (length == 0) {
                firstZero = i;
            }
            right[i] = x / length;
            down[i] = y / length;
        }
    }

    /**
     * Writes the angles between the ray from the vertex to landmark {@code other} and every ray, in radians.
     *
     * @return the index of the first ray whose angle has a zero denominator, or -1
     */
    int angles(Landmarks face, int vertex, int other, double[] target, int offset) {
        double x = face.x(other) - face.x(vertex);
        double y = face.y(other) - face.y(vertex);
        double length = Math.sqrt(x * x + y * y);
        if (length == 0) {
            return 0;
        }
        if (firstZero >= 0) {
            return firstZero;
        }
        double otherRight = x / length;
        double otherDown = y / length;
        for (int i = 0; i < right.length; i++) {
            double cosine = otherRight * right[i] + otherDown * down[i];
            target[offset + i] = ArcCosine.ofClamped(cosine);
        }
        return -1;
    }
}
