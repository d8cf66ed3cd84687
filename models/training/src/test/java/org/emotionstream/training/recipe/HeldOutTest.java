package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.optimisation.MadeUpFaces;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static final Landmarks LANDMARKS = MadeUpLandmarks.of(1, 1).get(0);
    private static final Tile TILE = Tile.owning(new byte[Tile.PLANE_BYTES]);

    @Test
    void keepsAboutTheShareApartAndLosesNone() {
        HeldOut split = HeldOut.split(faces("fer", true, 3000), 7, 0.1);

        assertThat(split.keptApart().size()).isBetween(200, 400);
        assertThat(split.learned().size() + split.keptApart().size()).isEqualTo(3000);
    }

    @Test
    void neverTearsAGroupApart() {
        HeldOut split = HeldOut.split(faces("fer", true, 3000), 7, 0.1);

        assertThat(groups(split.keptApart())).doesNotContainAnyElementsOf(groups(split.learned()));
    }

    @Test
    void keepsApartOnlyWhatIsClearAndLikeValidation() {
        assertThat(HeldOut.split(faces("fer", false, 500), 7, 0.2).keptApart()).isEmpty();
        assertThat(HeldOut.split(faces("mux", true, 500), 7, 0.2).keptApart()).isEmpty();
    }

    @Test
    void dependsOnTheSeedAlone() {
        List<LabelledFace> faces = faces("fer", true, 300);

        assertThat(HeldOut.split(faces, 7, 0.1)).isEqualTo(HeldOut.split(faces, 7, 0.1));
        assertThat(HeldOut.split(faces, 8, 0.1).keptApart())
                .isNotEqualTo(HeldOut.split(faces, 7, 0.1).keptApart());
    }

    /** Three to a group. */
    private static List<LabelledFace> faces(String source, boolean clear, int count) {
        List<LabelledFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(new LabelledFace(
                    source + i,
                    source,
                    "group" + i / 3,
                    Emotion.SAD,
                    clear,
                    MadeUpFaces.certain(Emotion.SAD),
                    TILE,
                    LANDMARKS));
        }
        return faces;
    }

    private static Set<String> groups(List<LabelledFace> faces) {
        return faces.stream().map(LabelledFace::group).collect(Collectors.toSet());
    }
}
