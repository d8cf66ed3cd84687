package org.emotionstream.evaluation.measurement;

import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.Emotion;

/**
 * One column of answers to the pictures of an evaluation.
 *
 * @param name for example {@code combined}
 * @param answers in the order of the pictures; empty where there was none
 * @param resamples what they are worth, on these pictures and on draws of them
 */
record Column(String name, List<Optional<Emotion>> answers, Resamples resamples) {
    static Column of(String name, List<Optional<Emotion>> answers, Bootstrap bootstrap) {
        return new Column(name, answers, bootstrap.resample(answers));
    }
}
