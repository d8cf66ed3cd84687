package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.training.recipe.MadeUpLandmarks;
import org.emotionstream.training.recipe.Progress;
import org.junit.jupiter.api.Test;

class SingleFacesTest {
    private static final Landmarks LANDMARKS = MadeUpLandmarks.of(1, 1).get(0);
    private static final FaceCheck SINGLE = new FaceCheck.Single(DistortionTest.noise(1, 1), LANDMARKS);

    private final AtomicInteger searched = new AtomicInteger();
    private final StringWriter said = new StringWriter();

    @Test
    void capsEachClass() {
        List<LabelledPicture> pictures = pictures(2000, Emotion.HAPPY, "train");
        pictures.addAll(pictures(50, Emotion.FEAR, "train"));

        List<SingleFace> faces = find(pictures, 300, 1, picture -> SINGLE);

        assertThat(faces).filteredOn(face -> face.label() == Emotion.HAPPY).hasSize(300);
        assertThat(faces).filteredOn(face -> face.label() == Emotion.FEAR).hasSize(50);
        assertThat(faces).isSortedAccordingTo((a, b) -> Integer.compare(a.position(), b.position()));
        assertThat(searched.get()).as("the rest need not be searched").isLessThan(500);
    }

    @Test
    void theSeedDrawsWhichStay() {
        List<LabelledPicture> pictures = pictures(200, Emotion.SAD, "train");

        List<SingleFace> faces = find(pictures, 100, 1, picture -> SINGLE);

        assertThat(find(pictures, 100, 1, picture -> SINGLE)).isEqualTo(faces);
        assertThat(find(pictures, 100, 2, picture -> SINGLE)).isNotEqualTo(faces);
        assertThat(faces).as("not the first hundred").anyMatch(face -> face.position() >= 100);
    }

    @Test
    void fillsTheCapFromPicturesWithOneFaceAndTellsOfTheOthers() {
        List<LabelledPicture> pictures = pictures(200, Emotion.SAD, "train");

        List<SingleFace> faces = find(
                pictures,
                100,
                1,
                picture -> Integer.parseInt(picture.id()) % 2 == 0 ? SINGLE : new FaceCheck.LeftOut("no face"));

        assertThat(faces).hasSize(100).allMatch(face -> face.position() % 2 == 0);
        assertThat(said.toString()).contains("100 pictures to learn from").contains("no face=");
    }

    @Test
    void learnsFromLabelledPicturesOfTrainAlone() {
        List<LabelledPicture> pictures = pictures(10, Emotion.SAD, "valid");
        pictures.add(picture("10", Optional.empty(), "train"));
        pictures.addAll(pictures(1, Emotion.ANGER, "train"));

        assertThat(find(pictures, 100, 1, picture -> SINGLE))
                .extracting(SingleFace::position)
                .containsExactly(11);
    }

    private List<SingleFace> find(
            List<LabelledPicture> pictures, int cap, long seed, Function<LabelledPicture, FaceCheck> check) {
        PaperPlan plan = new PaperPlan(seed, cap, 3, 0.2, 100, 1e-3, 10, 20, PaperPlan.TILE);
        return new SingleFaces(
                        plan,
                        picture -> {
                            searched.incrementAndGet();
                            return check.apply(picture);
                        },
                        new Progress(new PrintWriter(said)))
                .find(pictures, 2);
    }

    private static List<LabelledPicture> pictures(int count, Emotion label, String split) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(picture(Integer.toString(i), Optional.of(label), split));
        }
        return pictures;
    }

    private static LabelledPicture picture(String id, Optional<Emotion> label, String split) {
        return new LabelledPicture(id, "test", split, label, "", Optional.empty(), id);
    }
}
