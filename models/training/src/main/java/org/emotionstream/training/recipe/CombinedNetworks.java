package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.training.combination.Combination;
import org.emotionstream.training.combination.CombinationFitter;
import org.emotionstream.training.combination.CrossFit;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.Answers;
import org.emotionstream.training.optimisation.Sample;
import org.emotionstream.training.optimisation.Scores;
import org.emotionstream.training.optimisation.TrainedNetwork;

/** What four trained networks answer for the samples kept apart, and what is fitted to these answers. */
final class CombinedNetworks {
    private final List<Sample> keptApart;
    private final List<TrainedNetwork> networks;
    private final List<List<float[]>> logits;

    CombinedNetworks(List<TrainedNetwork> networks, List<Sample> keptApart) {
        Tensors.useOneThread();
        this.networks = networks;
        this.keptApart = keptApart;
        this.logits = networks.stream().map(this::logits).toList();
    }

    private List<float[]> logits(TrainedNetwork trained) {
        try (EmotionNetwork network = trained.open()) {
            return Answers.logits(network, keptApart);
        }
    }

    /** Temperatures and head for all samples kept apart. */
    Combination fit(CombinationFitter fitter) {
        return fitter.fit(bySample(), targets());
    }

    /** Of each network by its name, and of the combination as {@code combined}, fitted crosswise. */
    Map<String, Scores> scores(CombinationFitter fitter) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        for (int i = 0; i < networks.size(); i++) {
            scores.put(networks.get(i).architecture().label(), Scores.of(logits.get(i), keptApart));
        }
        scores.put("combined", Scores.of(CrossFit.answers(fitter, bySample(), targets()), keptApart));
        return scores;
    }

    private List<float[][]> bySample() {
        List<float[][]> rows = new ArrayList<>();
        for (int sample = 0; sample < keptApart.size(); sample++) {
            float[][] row = new float[networks.size()][];
            for (int network = 0; network < row.length; network++) {
                row[network] = logits.get(network).get(sample);
            }
            rows.add(row);
        }
        return rows;
    }

    private List<EmotionDistribution> targets() {
        return keptApart.stream().map(Sample::target).toList();
    }
}
