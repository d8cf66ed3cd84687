package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.training.faces.FoundFace;
import org.emotionstream.training.optimisation.MadeUpFaces;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final Tile TILE = Tile.owning(new byte[Tile.PLANE_BYTES]);
    private static final Landmarks MEASURABLE = MadeUpLandmarks.of(1, 1).get(0);
    private static final Landmarks ALL_IN_ONE_POINT = Landmarks.of(new int[136]);
    private static final EmotionDistribution VOTES =
            EmotionDistribution.of(new float[] {0.5f, 0.5f, 0, 0, 0, 0, 0, 0, 0});

    @Test
    void usesLabelsAndTiesOfTheTrainingSplitOnly() {
        List<LabelledPicture> usable = rows(0, 10)
                .pictures(List.of(
                        picture("a", "fer", "train", "happy"),
                        picture("b", "fer", "valid", "happy"),
                        picture("c", "fer", "train", "tie"),
                        picture("d", "fer", "train", "unknown")));

        assertThat(usable).extracting(LabelledPicture::id).containsExactly("a", "c");
    }

    @Test
    void drawsAsManyAsTheLimit() {
        List<LabelledPicture> all = many("fer", 50);

        assertThat(rows(20, 10).pictures(all)).hasSize(20).isSubsetOf(all);
        assertThat(rows(20, 10).pictures(all)).isEqualTo(rows(20, 10).pictures(all));
    }

    @Test
    void leavesOutWhatIsNotFoundOrNotMeasurable() {
        List<LabelledPicture> pictures = many("fer", 3);
        List<LabelledFace> faces = rows(0, 10)
                .faces(
                        pictures,
                        Map.of(
                                "fer0",
                                        List.of(
                                                face(MEASURABLE),
                                                face(ALL_IN_ONE_POINT),
                                                Optional.empty(),
                                                face(MEASURABLE)),
                                "fer1", List.of(Optional.empty(), face(MEASURABLE)),
                                "fer2", List.of(face(ALL_IN_ONE_POINT), face(MEASURABLE))));

        assertThat(faces).extracting(LabelledFace::id).containsExactly("fer0");
        assertThat(faces.get(0).guises())
                .as("one is not found, one not measurable")
                .hasSize(1);
    }

    @Test
    void capsTheSourceThatIsMostlyOfTwoClasses() {
        List<LabelledPicture> pictures = new ArrayList<>(many("mux", 30));
        pictures.addAll(many("fer", 30));

        List<LabelledFace> faces = rows(0, 12).faces(pictures, allFound(pictures));

        assertThat(faces).filteredOn(face -> face.source().equals("mux")).hasSize(12);
        assertThat(faces).filteredOn(face -> face.source().equals("fer")).hasSize(30);
    }

    @Test
    void learnsSharesOfVotesWherePeopleVotedAndTheLabelElsewhere() {
        LabelledPicture voted = picture("a", "fer", "train", "tie");
        LabelledPicture labelled = picture("b", "mux", "train", "happy");

        List<LabelledFace> faces = rows(0, 10).faces(List.of(voted, labelled), allFound(List.of(voted, labelled)));

        assertThat(faces.get(0).target()).isEqualTo(VOTES);
        assertThat(faces.get(0).clear()).isFalse();
        assertThat(faces.get(1).target()).isEqualTo(MadeUpFaces.certain(Emotion.HAPPY));
        assertThat(faces.get(1).clear()).isTrue();
    }

    private static TrainingRows rows(int limit, int cap) {
        TrainingPlan standard = TrainingPlan.standard(1, 3, List.of(1, 1, 1, 1), limit);
        return new TrainingRows(new TrainingPlan(
                1, 3, standard.epochs(), limit, 0.05, 0.1, 2, cap, standard.tile(), standard.optimisation()));
    }

    private static List<LabelledPicture> many(String source, int count) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(picture(source + i, source, "train", "happy"));
        }
        return pictures;
    }

    private static LabelledPicture picture(String id, String source, String split, String labelName) {
        Optional<Emotion> label = labelName.equals("happy") ? Optional.of(Emotion.HAPPY) : Optional.empty();
        Optional<EmotionDistribution> votes = source.equals("fer") ? Optional.of(VOTES) : Optional.empty();
        return new LabelledPicture(id, source, split, label, labelName, votes, "group");
    }

    private static Optional<FoundFace> face(Landmarks landmarks) {
        return Optional.of(new FoundFace(landmarks, 40, 1, TILE::pixels));
    }

    private static Map<String, List<Optional<FoundFace>>> allFound(List<LabelledPicture> pictures) {
        Map<String, List<Optional<FoundFace>>> found = new HashMap<>();
        pictures.forEach(picture -> found.put(picture.id(), List.of(face(MEASURABLE))));
        return found;
    }
}
