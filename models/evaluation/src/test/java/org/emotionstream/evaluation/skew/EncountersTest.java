package org.emotionstream.evaluation.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.evaluation.skew.MadeUpServing.face;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class EncountersTest {
    private static final byte[] PICTURE = MadeUpPictures.checkerboard(48, 0, 255);
    private static final Guise SMALL = Guise.AS_IT_IS.searchedFor(40);
    private static final Guise LARGE = Guise.AS_IT_IS.searchedFor(160);
    private static final GuisePair PAIR = new GuisePair("kind", "small | large", SMALL, LARGE, 160);

    @Test
    void theFaceOfAFacePictureIsWhereThePictureIs() {
        Serving serving = MadeUpServing.of((pixels, search) -> List.of(
                face(new BoundingBox(600, 400, 30, 30), 2, Emotion.ANGER, 0.9),
                face(new BoundingBox(5, 5, 40, 40), 1, Emotion.HAPPY, 0.9)));
        assertThat(encounters(serving).face(Guise.AS_IT_IS).orElseThrow().box())
                .isEqualTo(new BoundingBox(5, 5, 40, 40));
        Serving elsewhere =
                MadeUpServing.of((pixels, search) -> List.of(face(new BoundingBox(0, 0, 10, 10), Emotion.ANGER, 0.9)));
        assertThat(encounters(elsewhere).face(Guise.AS_IT_IS)).isEmpty();
    }

    @Test
    void tellsWhatChanges() {
        Serving serving = MadeUpServing.of((pixels, search) -> List.of(
                face(new BoundingBox(0, 0, 48, 48), search.smallestFace() == 40 ? Emotion.SAD : Emotion.FEAR, 0.9)));
        Encounter other = encounters(serving).ofFace(PAIR);
        assertThat(other.both()).isTrue();
        assertThat(other.kept()).isFalse();
        assertThat(other.change()).isCloseTo(0.9 - 0.0125, within(1e-6));
        Encounter same = encounters(serving).ofFace(new GuisePair("", "", SMALL, SMALL, 1));
        assertThat(same.kept()).isTrue();
        assertThat(same.change()).isZero();
    }

    @Test
    void aFaceThatIsNotAnsweredIsNotFound() {
        BoundingBox box = new BoundingBox(0, 0, 48, 48);
        Serving serving = MadeUpServing.of((pixels, search) ->
                List.of(search.smallestFace() == 40 ? MadeUpServing.unmeasured(box) : face(box, Emotion.SAD, 0.8)));
        Encounter encounter = encounters(serving).ofFace(PAIR);
        assertThat(encounter.both()).isFalse();
        assertThat(encounter.second()).isPresent();
    }

    @Test
    void matchesTheFacesOfAPhotographByTheirBoxes() {
        Sighting left = face(new BoundingBox(0, 0, 200, 200), Emotion.HAPPY, 0.9);
        Sighting leftAgain = face(new BoundingBox(20, 10, 180, 180), Emotion.HAPPY, 0.6);
        Sighting right = face(new BoundingBox(400, 0, 200, 200), Emotion.SAD, 0.9);
        Sighting rightAgain = face(new BoundingBox(390, 0, 190, 190), Emotion.ANGER, 0.9);
        Sighting onlyNow = face(new BoundingBox(0, 400, 170, 170), Emotion.FEAR, 0.9);
        Sighting small = face(new BoundingBox(800, 0, 100, 100), Emotion.FEAR, 0.9);
        Serving serving = MadeUpServing.of((pixels, search) ->
                search.smallestFace() == 40 ? List.of(left, right, small) : List.of(rightAgain, onlyNow, leftAgain));
        List<Encounter> encounters = encounters(serving).ofPhotograph(PAIR);
        assertThat(encounters).hasSize(3);
        assertThat(encounters.get(0).kept()).isTrue();
        assertThat(encounters.get(1).kept()).isFalse();
        assertThat(encounters.get(2).both()).isFalse();
        assertThat(encounters.get(2).first()).isEmpty();
    }

    @Test
    void servesEachGuiseOnce() {
        List<Integer> searches = new ArrayList<>();
        Serving serving = (picture, search) -> {
            searches.add(search.smallestFace());
            return List.of();
        };
        Encounters encounters = encounters(serving);
        encounters.ofFace(PAIR);
        encounters.ofFace(PAIR);
        encounters.ofPhotograph(PAIR);
        assertThat(searches).containsExactly(40, 160);
    }

    private static Encounters encounters(Serving serving) {
        return new Encounters(serving, PICTURE, 1);
    }
}
