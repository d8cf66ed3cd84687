package org.emotionstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.evaluation.measurement.BestSingle;
import org.emotionstream.evaluation.measurement.EvaluatedPicture;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Figures;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.measurement.Pairing;
import org.emotionstream.evaluation.measurement.ServedAnswer;
import org.emotionstream.evaluation.prediction.Prediction;
import org.emotionstream.evaluation.report.SeedResult;
import org.emotionstream.training.recipe.TrainingResult;

/** The combination against the best single network, for each training of a recipe, on the split that is reported on. */
final class SeedResults {
    private SeedResults() {}

    /** The network that is most accurate out of fold: chosen before anything is reported. */
    static BestSingle bestSingle(TrainingResult result) {
        return BestSingle.chosenBefore(name -> result.scores().get(name).accuracy());
    }

    /** One for each training; none when nothing is reported on. */
    static List<SeedResult> of(TrainingResult result) {
        DistributionsToEmotion head = new DistributionsToEmotion(result.head().head());
        BestSingle best = bestSingle(result);
        List<SeedResult> seeds = new ArrayList<>();
        for (int training = 0; training < result.trainings().size(); training++) {
            List<Prediction> predictions = result.reported().get(training);
            if (!predictions.isEmpty()) {
                Evaluation evaluation = new Evaluation(predictions.stream()
                        .map(prediction -> answered(prediction, head))
                        .toList());
                Pairing pairing = Figures.of(evaluation, best).againstBest();
                Pairing.Difference accuracy = pairing.differences().get(Metric.ACCURACY);
                seeds.add(new SeedResult(
                        result.trainings().get(training).seed(),
                        predictions.size(),
                        best.name(),
                        accuracy.first(),
                        accuracy.second(),
                        accuracy.difference()));
            }
        }
        return seeds;
    }

    private static EvaluatedPicture answered(Prediction prediction, DistributionsToEmotion head) {
        return new EvaluatedPicture(
                prediction.id(),
                prediction.source(),
                prediction.group(),
                prediction.label(),
                Optional.of(prediction.votes()),
                new ServedAnswer.Answered(
                        prediction.networks(),
                        head.applyToAll(prediction.networks()),
                        List.of(),
                        prediction.faceSide(),
                        0));
    }
}
