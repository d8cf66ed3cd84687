package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.EmotionDistribution;

/**
 * What the combination answers for samples that it was not fitted to: fitted to the even ones for the odd
 * ones and the other way round. The combination of a release is fitted to all of them; this is only how
 * good it can honestly be said to be.
 */
public final class CrossFit {
    private CrossFit() {}

    /** The head's logits for each sample. */
    public static List<float[]> answers(
            CombinationFitter fitter, List<float[][]> logits, List<EmotionDistribution> targets) {
        Combination forOdd = fitter.fit(half(logits, 0), half(targets, 0));
        Combination forEven = fitter.fit(half(logits, 1), half(targets, 1));
        List<float[]> answers = new ArrayList<>(logits.size());
        for (int i = 0; i < logits.size(); i++) {
            answers.add((i % 2 == 0 ? forEven : forOdd).logits(logits.get(i)));
        }
        return answers;
    }

    private static <T> List<T> half(List<T> all, int remainder) {
        List<T> half = new ArrayList<>();
        for (int i = remainder; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }
}
