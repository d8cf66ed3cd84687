package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.prediction.Prediction;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.training.combination.Softmax;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.Answers;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** What the four networks of a training answer. */
record Predictions(List<TrainedNetwork> networks, FeatureProjection projection) {
    private static final double LEAST_PROBABILITY = 1e-12;

    /** Of these faces, in their order. */
    List<Prediction> of(List<LabelledFace> faces) {
        List<List<EmotionDistribution>> answers = answers(faces);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            LabelledFace face = faces.get(i);
            int index = i;
            predictions.add(new Prediction(
                    face.id(),
                    face.source(),
                    face.group(),
                    face.label(),
                    face.target(),
                    Math.round(face.face().faceSide()),
                    answers.stream().map(rows -> rows.get(index)).toList()));
        }
        return predictions;
    }

    /** Mean cross entropy between the votes for these faces and the average of the four answers. */
    double lossOfAverage(List<LabelledFace> faces) {
        List<List<EmotionDistribution>> answers = answers(faces);
        double sum = 0;
        for (int i = 0; i < faces.size(); i++) {
            for (Emotion emotion : Emotion.values()) {
                double mean = 0;
                for (List<EmotionDistribution> rows : answers) {
                    mean += rows.get(i).probability(emotion) / answers.size();
                }
                sum -= faces.get(i).target().probability(emotion) * StrictMath.log(Math.max(mean, LEAST_PROBABILITY));
            }
        }
        return sum / faces.size();
    }

    /** For each network its answers to all faces. */
    private List<List<EmotionDistribution>> answers(List<LabelledFace> faces) {
        Tensors.useOneThread();
        List<Sample> samples = Samples.asServed(faces, projection);
        return networks.stream().map(network -> answers(network, samples)).toList();
    }

    private static List<EmotionDistribution> answers(TrainedNetwork trained, List<Sample> samples) {
        try (EmotionNetwork network = trained.open()) {
            return Answers.logits(network, samples).stream().map(Softmax::of).toList();
        }
    }
}
