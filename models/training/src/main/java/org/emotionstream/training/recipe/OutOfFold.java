package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.calibration.JudgedAnswer;
import org.emotionstream.evaluation.history.AnswerScores;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.prediction.Prediction;
import org.emotionstream.training.combination.FittedHead;
import org.emotionstream.training.combination.HeadFitter;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/**
 * What trained networks answer for faces that they have not learned from, and what follows from it.
 *
 * @param reported the faces of the split that is reported on
 */
record OutOfFold(TrainingPlan plan, Parts parts, PrincipalComponents components, List<LabelledFace> reported) {
    /** @param networks model-1 to model-4 of each training */
    TrainingResult result(List<List<TrainedNetwork>> networks) {
        List<SeededTraining> trainings = new ArrayList<>();
        List<Prediction> outOfFold = new ArrayList<>();
        List<List<Prediction>> reports = new ArrayList<>();
        for (int training = 0; training < networks.size(); training++) {
            Predictions predictions = new Predictions(networks.get(training), components.projection());
            double loss = predictions.lossOfAverage(parts.choosing());
            long seed = plan.networkSeed(training, PaperArchitecture.MODEL_1);
            trainings.add(new SeededTraining(seed, networks.get(training), loss));
            outOfFold.addAll(predictions.of(parts.outOfFold(training)));
            reports.add(predictions.of(reported));
        }
        int serving = IntStream.range(0, trainings.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> trainings.get(i).choosingLoss()))
                .orElseThrow();
        FittedHead head = HeadFitter.fit(outOfFold, plan.seed());
        return new TrainingResult(
                components,
                trainings,
                serving,
                outOfFold,
                head,
                scores(outOfFold, head.answers()),
                parts.learned(serving).size(),
                parts.choosing().size(),
                reports);
    }

    private static Map<String, AnswerScores> scores(List<Prediction> predictions, List<JudgedAnswer> combined) {
        List<Emotion> labels = predictions.stream().map(Prediction::label).toList();
        Map<String, AnswerScores> scores = new LinkedHashMap<>();
        for (int network = 0; network < Evaluation.NETWORKS.size(); network++) {
            int index = network;
            Function<Prediction, EmotionDistribution> answer =
                    prediction -> prediction.networks().get(index);
            scores.put(
                    Evaluation.NETWORKS.get(network),
                    AnswerScores.of(labels, predictions.stream().map(answer).toList()));
        }
        scores.put(
                Evaluation.COMBINED,
                AnswerScores.of(
                        labels, combined.stream().map(JudgedAnswer::answer).toList()));
        return scores;
    }
}
