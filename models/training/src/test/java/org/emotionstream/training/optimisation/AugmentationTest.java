package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.contract.Tile;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final byte[] PLANE = plane();

    @Test
    void leavesATileThatIsNeitherShiftedNorMirrored() {
        assertThat(changed(false, 0, 0)).isEqualTo(PLANE);
    }

    @Test
    void mirrorsLeftAndRight() {
        byte[] mirrored = changed(true, 0, 0);

        assertThat(mirrored[0]).isEqualTo(PLANE[99]);
        assertThat(mirrored[5 * Tile.SIDE + 30]).isEqualTo(PLANE[5 * Tile.SIDE + 69]);
    }

    @Test
    void shiftsRightAndDownAndReplicatesTheBorder() {
        byte[] shifted = changed(false, 2, 3);

        assertThat(shifted[10 * Tile.SIDE + 20]).isEqualTo(PLANE[7 * Tile.SIDE + 18]);
        assertThat(shifted[0]).isEqualTo(PLANE[0]);
        assertThat(shifted[10 * Tile.SIDE]).isEqualTo(PLANE[7 * Tile.SIDE]);
    }

    @Test
    void shiftsBeforeItMirrors() {
        byte[] changed = changed(true, 1, 0);

        assertThat(changed[4 * Tile.SIDE + 50]).isEqualTo(PLANE[4 * Tile.SIDE + 48]);
    }

    private static byte[] changed(boolean mirror, int right, int down) {
        byte[] target = new byte[Tile.PLANE_BYTES + 7];
        Augmentation.changed(PLANE, mirror, right, down, target, 7);
        byte[] changed = new byte[Tile.PLANE_BYTES];
        System.arraycopy(target, 7, changed, 0, changed.length);
        return changed;
    }

    private static byte[] plane() {
        byte[] plane = new byte[Tile.PLANE_BYTES];
        new java.util.Random(3).nextBytes(plane);
        return plane;
    }
}
