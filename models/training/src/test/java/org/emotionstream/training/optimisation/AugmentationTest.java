package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;
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

    @Test
    void takesTheOtherGuisesAsOftenAsItIsTold() {
        List<Sample> faces = MadeUpFaces.of(3, 5);
        Sample.Guise other = new Sample.Guise(
                faces.get(1).tile()::pixels,
                faces.get(1).components(),
                faces.get(2).components());
        Sample sample = new Sample(
                faces.get(0).tile(),
                faces.get(0).components(),
                faces.get(0).components(),
                faces.get(0).label(),
                faces.get(0).target(),
                List.of(other));

        assertThat(firstComponent(0, 0, sample)).isEqualTo(sample.components().toArray()[0]);
        assertThat(firstComponent(1, 0, sample)).isEqualTo(other.components().toArray()[0]);
        assertThat(firstComponent(1, 1, sample))
                .isEqualTo(other.mirroredComponents().toArray()[0]);
        assertThat(firstComponent(1, 0, faces.get(2)))
                .as("a face without other guises")
                .isEqualTo(faces.get(2).components().toArray()[0]);
    }

    private static float firstComponent(double disguised, double mirrored, Sample sample) {
        return Scoped.compute(() -> Tensors.toArray(new Augmentation(4, disguised, mirrored, 0)
                .apply(List.of(sample))
                .components())[0]);
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
