package org.emotionstream.training.network;

/**
 * What a network is given for a byte b of a tile: {@code b * scale + shift}. Part of what a network has
 * learned: the exported graph holds the same two numbers.
 *
 * @param scale per grey level, of 0 to 255
 * @param shift what black becomes
 */
public record PictureScaling(float scale, float shift) {
    /** Into [-2, 2]: around zero, where the first layer learns fastest. */
    public static final PictureScaling CENTRED = new PictureScaling(4f / 255f, -2f);

    /** Into [0, 1]: the paper's. */
    public static final PictureScaling UNIT = new PictureScaling(1f / 255f, 0f);
}
