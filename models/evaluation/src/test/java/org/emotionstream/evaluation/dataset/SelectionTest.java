package org.emotionstream.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final List<LabelledPicture> ALL = List.of(
            picture("t1", "train", "happy", "g1"),
            picture("v1", "valid", "happy", "g1"),
            picture("v2", "valid", "sad", "g2"),
            picture("v3", "valid", "tie", "g3"),
            picture("v4", "valid", "tie", "g1"),
            picture("v5", "valid", "unknown", "g4"),
            picture("v6", "valid", "fear", "g5"),
            picture("t2", "train", "tie", "g5"));

    @Test
    void whatHasNoLabelOrWasSeenInTrainingIsLeftOutAndCounted() {
        Selection selection = Selection.of(ALL, "valid");
        assertThat(selection.pictures()).extracting(LabelledPicture::id).containsExactly("v2");
        assertThat(selection.leftOut())
                .isEqualTo(Map.of("no label: tie", 2, "no label: unknown", 1, "group also in train", 2));
    }

    @Test
    void theTrainingSplitItselfKeepsItsGroups() {
        Selection selection = Selection.of(ALL, "train");
        assertThat(selection.pictures()).extracting(LabelledPicture::id).containsExactly("t1");
        assertThat(selection.leftOut()).isEqualTo(Map.of("no label: tie", 1));
    }

    @Test
    void aSplitThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Selection.of(ALL, "test"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("the data set has no split test; it has [train, valid]");
    }

    private static LabelledPicture picture(String id, String split, String label, String group) {
        Optional<Emotion> emotion =
                Emotion.labels().contains(label) ? Optional.of(Emotion.ofLabel(label)) : Optional.empty();
        return new LabelledPicture(id, "test", split, emotion, label, Optional.empty(), group);
    }
}
