package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.SubsetHead;
import org.emotionstream.evaluation.calibration.ProbabilityScores;
import org.emotionstream.evaluation.history.SubsetChoice;
import org.emotionstream.evaluation.prediction.Prediction;
import org.junit.jupiter.api.Test;

class HeadFitterTest {
    private static final long SEED = 1;
    private static final List<Prediction> FACES = new MadeUpPredictions(1, 1.5, 2, 1.8, 1.8, 1.6).draw(1200);
    private static final FittedHead FITTED = HeadFitter.fit(FACES, SEED);

    @Test
    void combinedBeatsTheBestNetworkAndIsCalibrated() {
        SubsetChoice complete = FITTED.report().subsets().get(14);
        ProbabilityScores chosen = complete.candidates().get(complete.chosen());

        assertThat(complete.networks()).isEqualTo(NetworkSubsets.NETWORKS);
        assertThat(complete.candidates())
                .containsOnlyKeys("model-1", "model-2", "model-3", "model-4", "average", "weighted", "logarithmic");
        assertThat(chosen.accuracy())
                .isGreaterThan(complete.candidates().get("model-1").accuracy() + 0.05);
        assertThat(chosen.calibrationError()).isLessThan(0.08);
        assertThat(ProbabilityScores.of(FITTED.answers())).isEqualTo(chosen);
        assertThat(FITTED.head().minimumConfidence()).isEqualTo(FITTED.report().minimumConfidence());
    }

    @Test
    void aSingleNetworkIsOnlyCalibratedAndKeepsItsOwnChoice() {
        DistributionsToEmotion head = new DistributionsToEmotion(FITTED.head());
        Random random = new Random(2);
        for (int network = 0; network < 4; network++) {
            String name = NetworkSubsets.NETWORKS.get(network);
            SubsetHead.Average single =
                    (SubsetHead.Average) FITTED.head().subsets().get((1 << network) - 1);
            assertThat(single.temperature()).as("half too sure").isBetween(1.3, 1.75);
            for (int i = 0; i < 1000; i++) {
                double[] logits = random.doubles(9, 0, 8).toArray();
                EmotionDistribution answer = MadeUpPredictions.distribution(Softmax.of(logits));
                assertThat(head.apply(Map.of(name, answer)).distribution().mostProbable())
                        .isEqualTo(answer.mostProbable());
            }
        }
    }

    @Test
    void theSameFacesGiveTheSameHead() {
        List<Prediction> few = FACES.subList(0, 300);
        assertThat(HeadFitter.fit(few, SEED).head())
                .isEqualTo(HeadFitter.fit(few, SEED).head());
    }

    @Test
    void theSimplestIsKeptWhereTheOthersShowNoGain() {
        List<Prediction> oneSees = new MadeUpPredictions(4, 1, 2.5, 0, 0, 0).draw(1200);
        SubsetFitter fitter = new SubsetFitter(new HeadFaces(oneSees, SEED));

        SubsetFitter.Fitted fitted = fitter.fit(new int[] {0, 2});

        assertThat(fitted.choice().chosen()).isEqualTo("model-1");
        assertThat(fitted.head())
                .isInstanceOfSatisfying(SubsetHead.Average.class, average -> assertThat(average.weights())
                        .containsExactly(1.0, 0.0));
    }

    @Test
    void aGroupIsNeverTornBetweenFolds() {
        HeadFaces faces = new HeadFaces(FACES, SEED);
        Map<String, Integer> folds = new HashMap<>();
        for (int face = 0; face < faces.count(); face++) {
            Integer other = folds.put(faces.get(face).group(), faces.fold(face));
            assertThat(other).isIn(null, faces.fold(face));
        }
        assertThat(folds.values()).contains(0, 1, 2, 3, 4);
    }

    @Test
    void aFaceDoesNotTeachItsOwnAnswer() {
        List<Prediction> faces = new ArrayList<>(FACES.subList(0, 200));
        HeadFaces before = new HeadFaces(faces, SEED);
        // The same faces, but those of fold 0 have each other's labels.
        List<Prediction> ofFold = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            if (before.fold(face) == 0) {
                ofFold.add(faces.get(face));
            }
        }
        List<Prediction> rotated = new ArrayList<>(ofFold);
        Collections.rotate(rotated, 1);
        for (int face = 0, next = 0; face < faces.size(); face++) {
            if (before.fold(face) == 0) {
                faces.set(face, relabelled(faces.get(face), rotated.get(next++)));
            }
        }
        HeadFaces after = new HeadFaces(faces, SEED);
        int[] networks = {0, 1};
        Candidate candidate = new LogarithmicCandidate(networks);

        var answersBefore = CrossFitted.of(candidate, networks, before).answers();
        var answersAfter = CrossFitted.of(candidate, networks, after).answers();

        boolean othersChanged = false;
        for (int face = 0; face < faces.size(); face++) {
            boolean same = answersBefore
                    .get(face)
                    .answer()
                    .equals(answersAfter.get(face).answer());
            assertThat(same || before.fold(face) != 0).as("face %d", face).isTrue();
            othersChanged |= !same;
        }
        assertThat(othersChanged).isTrue();
    }

    @Test
    void tooFewGroupsAreRefused() {
        assertThatThrownBy(() -> HeadFitter.fit(FACES.subList(0, 2), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("enough groups for 5 folds");
    }

    private static Prediction relabelled(Prediction face, Prediction other) {
        return new Prediction(
                face.id(), face.source(), face.group(), other.label(), other.votes(), face.faceSide(), face.networks());
    }
}
