package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.emotionstream.contract.Tile;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private static final Tile NOISE = noise(1, 5);

    @Test
    void nothingDrawnChangesNothing() {
        assertThat(new Distortion(0, 0, 0, 0, 1, 1, false).apply(NOISE)).isEqualTo(NOISE);
    }

    @Test
    void aShiftMovesThePictureAndBlackComesIn() {
        byte[] shifted = new Distortion(0, 10, 20, 0, 1, 1, false).apply(NOISE).toBytes();
        byte[] original = NOISE.toBytes();

        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = 0; x < Tile.SIDE; x++) {
                byte expected = x < 10 || y < 20 ? 0 : original[(y - 20) * Tile.SIDE + x - 10];
                assertThat(shifted[y * Tile.SIDE + x]).as(x + ", " + y).isEqualTo(expected);
            }
        }
    }

    @Test
    void aMirrorSwapsLeftAndRight() {
        byte[] mirrored = new Distortion(0, 0, 0, 0, 1, 1, true).apply(NOISE).toBytes();

        assertThat(mirrored[99]).isEqualTo(NOISE.toBytes()[0]);
        assertThat(mirrored[100]).isEqualTo(NOISE.toBytes()[199]);
    }

    @Test
    void aRotationTurnsAboutTheCentreAndLeavesTheCornersBlack() {
        Tile white = white();
        byte[] turned = new Distortion(Math.toRadians(20), 0, 0, 0, 1, 1, false)
                .apply(white)
                .toBytes();

        assertThat(turned[0]).as("corner").isZero();
        assertThat(turned[99 * Tile.SIDE + 99]).as("corner").isZero();
        assertThat(turned[50 * Tile.SIDE + 50] & 0xff).as("centre").isEqualTo(255);
    }

    @Test
    void aZoomBeyondOneShowsMoreThanThereIs() {
        byte[] farther =
                new Distortion(0, 0, 0, 0, 1.2, 0.8, false).apply(white()).toBytes();

        assertThat(farther[50 * Tile.SIDE]).as("left border").isZero();
        assertThat(farther[50] & 0xff).as("upper border").isEqualTo(255);
    }

    @Test
    void planesThatAreEqualStayEqual() {
        byte[] three = new byte[Planes.BYTES];
        Planes.copy(NOISE, three, 0);
        Distortion distortion = Distortion.draw(new Random(3));

        assertThat(Planes.compact(distortion.apply(Tile.owning(three)))).isEqualTo(distortion.apply(NOISE));
    }

    @Test
    void drawsWithinTheRangesThatItStates() {
        Random random = new Random(9);
        for (int i = 0; i < 2000; i++) {
            Distortion drawn = Distortion.draw(random);
            assertThat(Math.abs(Math.toDegrees(drawn.rotation()))).isLessThanOrEqualTo(20);
            assertThat(Math.max(Math.abs(drawn.right()), Math.abs(drawn.down())))
                    .isLessThanOrEqualTo(20);
            assertThat(Math.abs(drawn.shear())).isLessThanOrEqualTo(0.2);
            assertThat(drawn.zoomX()).isBetween(0.8, 1.2);
            assertThat(drawn.zoomY()).isBetween(0.8, 1.2);
        }
    }

    static Tile noise(int planes, long seed) {
        byte[] pixels = new byte[planes * Tile.PLANE_BYTES];
        new Random(seed).nextBytes(pixels);
        return Tile.owning(pixels);
    }

    private static Tile white() {
        byte[] pixels = new byte[Tile.PLANE_BYTES];
        Arrays.fill(pixels, (byte) 255);
        return Tile.owning(pixels);
    }
}
