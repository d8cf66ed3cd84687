package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.training.combination.CombinationFitter;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.Answers;
import org.emotionstream.training.optimisation.ClassWeights;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.prediction.Prediction;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/** What trained networks answer for faces that they have not learned from, and which training serves. */
final class OutOfFold {
    private final TrainingPlan plan;
    private final Parts parts;
    private final PrincipalComponents components;
    private final List<Sample> choosing;

    OutOfFold(TrainingPlan plan, Parts parts, PrincipalComponents components, List<Sample> choosing) {
        this.plan = plan;
        this.parts = parts;
        this.components = components;
        this.choosing = choosing;
    }

    TrainingResult result(List<List<TrainedNetwork>> networks) {
        Tensors.useOneThread();
        List<SeededTraining> trainings = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (int training = 0; training < networks.size(); training++) {
            List<TrainedNetwork> four = networks.get(training);
            trainings.add(new SeededTraining(four, choosingLoss(four)));
            predictions.addAll(predictions(four, parts.outOfFold(training), components.projection()));
        }
        int serving = IntStream.range(0, trainings.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> trainings.get(i).choosingLoss()))
                .orElseThrow();
        List<Sample> apart = Samples.of(parts.outOfFold(serving), components.projection());
        CombinedNetworks combined = new CombinedNetworks(networks.get(serving), apart);
        CombinationFitter fitter =
                new CombinationFitter(plan.headPull(), ClassWeights.of(choosing, plan.headClassWeightPower()));
        return new TrainingResult(
                components,
                trainings,
                serving,
                predictions,
                combined.fit(fitter),
                combined.scores(fitter),
                parts.learned(serving).size(),
                choosing.size());
    }

    /** What four networks answer for faces, in the order of the faces. */
    static List<Prediction> predictions(
            List<TrainedNetwork> networks, List<LabelledFace> faces, FeatureProjection projection) {
        List<Sample> samples = Samples.of(faces, projection);
        List<List<EmotionDistribution>> answers =
                networks.stream().map(network -> answers(network, samples)).toList();
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

    private double choosingLoss(List<TrainedNetwork> networks) {
        List<List<EmotionDistribution>> answers =
                networks.stream().map(network -> answers(network, choosing)).toList();
        double sum = 0;
        for (int i = 0; i < choosing.size(); i++) {
            for (Emotion emotion : Emotion.values()) {
                double mean = 0;
                for (List<EmotionDistribution> rows : answers) {
                    mean += rows.get(i).probability(emotion) / answers.size();
                }
                sum -= choosing.get(i).target().probability(emotion) * StrictMath.log(Math.max(mean, 1e-12));
            }
        }
        return sum / choosing.size();
    }

    private static List<EmotionDistribution> answers(TrainedNetwork trained, List<Sample> samples) {
        try (EmotionNetwork network = trained.open()) {
            return Answers.logits(network, samples).stream()
                    .map(OutOfFold::softmax)
                    .toList();
        }
    }

    private static EmotionDistribution softmax(float[] logits) {
        double largest = logits[Answers.highest(logits)];
        double sum = 0;
        double[] exponentials = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = StrictMath.exp(logits[i] - largest);
            sum += exponentials[i];
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (exponentials[i] / sum);
        }
        return EmotionDistribution.of(probabilities);
    }
}
