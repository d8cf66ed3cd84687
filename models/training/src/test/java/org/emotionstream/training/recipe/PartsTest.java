package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.faces.FoundFace;
import org.emotionstream.training.optimisation.MadeUpFaces;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final FoundFace FACE =
            new FoundFace(MadeUpLandmarks.of(1, 1).get(0), 40, 1, () -> ByteBuffer.allocate(Tile.PLANE_BYTES));

    @Test
    void givesEachPartAboutItsShareAndLosesNone() {
        Parts parts = Parts.of(faces("fer", true, 6000), 7, 0.05, 0.1, 3);

        assertThat(parts.choosing().size()).isBetween(200, 400);
        assertThat(parts.folds()).hasSize(3).allSatisfy(fold -> assertThat(fold.size())
                .isBetween(450, 750));
        int all = parts.choosing().size()
                + parts.common().size()
                + parts.folds().stream().mapToInt(List::size).sum();
        assertThat(all).isEqualTo(6000);
    }

    @Test
    void neverTearsAGroupApart() {
        Parts parts = Parts.of(faces("fer", true, 3000), 7, 0.05, 0.1, 3);
        List<List<LabelledFace>> all = new ArrayList<>(parts.folds());
        all.add(parts.choosing());
        all.add(parts.common());

        Set<String> seen = new HashSet<>();
        for (List<LabelledFace> part : all) {
            assertThat(groups(part)).noneMatch(seen::contains);
            seen.addAll(groups(part));
        }
    }

    @Test
    void aTrainingLearnsFromAllButItsOwnFoldAndTheChoosingPart() {
        Parts parts = Parts.of(faces("fer", true, 3000), 7, 0.05, 0.1, 3);

        assertThat(parts.learned(1))
                .containsAll(parts.folds().get(0))
                .containsAll(parts.folds().get(2))
                .containsAll(parts.common())
                .doesNotContainAnyElementsOf(parts.folds().get(1))
                .doesNotContainAnyElementsOf(parts.choosing());
    }

    @Test
    void keepsApartOnlyWhatIsLikeValidationAndAnswersOnlyForWhatIsClear() {
        assertThat(Parts.of(faces("mux", true, 500), 7, 0.2, 0.1, 3).common()).hasSize(500);
        Parts unclear = Parts.of(faces("fer", false, 500), 7, 0.2, 0.1, 3);
        assertThat(unclear.choosing()).isEmpty();
        assertThat(unclear.outOfFold(0)).isEmpty();
        assertThat(unclear.learned(0)).containsAll(unclear.folds().get(1));
    }

    @Test
    void dependsOnTheSeedAlone() {
        List<LabelledFace> faces = faces("fer", true, 300);

        assertThat(Parts.of(faces, 7, 0.05, 0.1, 3)).isEqualTo(Parts.of(faces, 7, 0.05, 0.1, 3));
        assertThat(Parts.of(faces, 8, 0.05, 0.1, 3).choosing())
                .isNotEqualTo(Parts.of(faces, 7, 0.05, 0.1, 3).choosing());
    }

    @Test
    void refusesPartsThatAreMoreThanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.of(List.of(), 7, 0.2, 0.3, 3))
                .withMessageContaining("more than all");
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
                    FACE,
                    List.of()));
        }
        return faces;
    }

    private static Set<String> groups(List<LabelledFace> faces) {
        return faces.stream().map(LabelledFace::group).collect(Collectors.toSet());
    }
}
