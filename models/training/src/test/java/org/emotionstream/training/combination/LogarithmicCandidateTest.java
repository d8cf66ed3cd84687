package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.SubsetHead;
import org.emotionstream.evaluation.prediction.Prediction;
import org.junit.jupiter.api.Test;

class LogarithmicCandidateTest {
    private static final int[] NETWORKS = {0, 1};

    @Test
    void recoversAPlantedProductOfPowers() {
        SubsetHead.Logarithmic planted = new SubsetHead.Logarithmic(
                List.of("model-1", "model-2"), List.of(matrix(1.2), matrix(0.5)), Collections.nCopies(9, 0.0));
        HeadFaces faces = new HeadFaces(labelledBy(planted, 12_000), 1);

        SubsetHead fitted = new LogarithmicCandidate(NETWORKS).fit(faces, faces.allBut(-1));

        assertThat(fitted).isInstanceOf(SubsetHead.Logarithmic.class);
        assertThat(meanDistance(fitted, planted, labelledBy(planted, 500))).isLessThan(0.03);
    }

    private static double meanDistance(SubsetHead one, SubsetHead other, List<Prediction> faces) {
        double sum = 0;
        for (Prediction face : faces) {
            EmotionDistribution left =
                    DistributionsToEmotion.of(one).apply(face.networks().subList(0, 2));
            EmotionDistribution right =
                    DistributionsToEmotion.of(other).apply(face.networks().subList(0, 2));
            for (Emotion emotion : Emotion.values()) {
                sum += Math.abs(left.probability(emotion) - right.probability(emotion)) / 2;
            }
        }
        return sum / faces.size();
    }

    /** Faces whose label is drawn from what the planted head says of random distributions. */
    private static List<Prediction> labelledBy(SubsetHead planted, int count) {
        Random random = new Random(count);
        var head = DistributionsToEmotion.of(planted);
        List<Prediction> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<EmotionDistribution> networks =
                    List.of(random(random), random(random), random(random), random(random));
            EmotionDistribution answer = head.apply(networks.subList(0, 2));
            double draw = random.nextDouble();
            int label = 0;
            while (label < 8 && draw >= answer.probability(Emotion.values()[label])) {
                draw -= answer.probability(Emotion.values()[label++]);
            }
            Emotion emotion = Emotion.values()[label];
            faces.add(new Prediction("face-" + i, "made-up", "group-" + i, emotion, answer, 48, networks));
        }
        return faces;
    }

    private static EmotionDistribution random(Random random) {
        double[] logits = random.doubles(9, 0, 6).toArray();
        return MadeUpPredictions.distribution(Softmax.of(logits));
    }

    private static List<List<Double>> matrix(double diagonal) {
        List<List<Double>> rows = new ArrayList<>();
        for (int output = 0; output < 9; output++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(9, 0.0));
            row.set(output, diagonal);
            rows.add(row);
        }
        return rows;
    }
}
